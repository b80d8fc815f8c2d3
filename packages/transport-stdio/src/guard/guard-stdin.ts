import process from "node:process";
import { Readable } from "node:stream";
import { unguarded } from "./guard-switch.js";
import { isSystemError } from "./is-system-error.js";
import { replaceProperty } from "./replace-property.js";

type Stdin = typeof process.stdin;

/** The bytes of stdin, for a single reader. */
export interface GuardedStdin {
  /** Yields the bytes of stdin, in place of `process.stdin`. Nothing is taken from stdin before somebody reads this. */
  readonly stdin: Readable;
  /** Gives stdin back, with all unread bytes. */
  restore(): void;
}

/**
 * Takes stdin away from everybody else. `process.stdin` is empty, like the null device. Somebody may still have the original
 * stream, but it yields nothing and cannot be stopped.
 */
export function guardStdin(): GuardedStdin {
  const former = process.stdin;
  const { _read, readableFlowing } = former;
  let held = true;
  let used = false;
  let ended = false;

  const read = (size: number): void => {
    if (!held) return;
    used = true;
    // This emits `end` if the stream is already over.
    former.read(0);
    if ("ref" in former) former.ref();
    // A stream over a file reads with `fs` functions, which the guard replaces.
    unguarded(() => _read.call(former, size));
  };
  // In the next tick, because somebody may just have paused the former stream: it then stops reading in that tick.
  const stdin = new Readable({ read: (size) => process.nextTick(read, size) });
  const push = (chunk: Buffer | string | null): boolean => {
    if (ended) return false;
    used = true;
    ended = chunk === null;
    return stdin.push(typeof chunk === "string" ? Buffer.from(chunk, former.readableEncoding ?? undefined) : chunk);
  };
  const end = (): void => void push(null);
  const fail = (error: Error): void => void stdin.destroy(error);

  // Bytes enter a stream when it calls `_read` and something calls `push`. To control these two is to control the stream.
  const restoreProperties = [
    replaceProperty(process, "stdin", { get: emptyStdin() }),
    replaceProperty(former, "_read", {
      value: () => {
        used = true;
      },
    }),
    replaceProperty(former, "push", { value: push }),
    replaceProperty(former, "pause", { value: () => former }),
    replaceProperty(former, "unref", { value: () => former }),
    replaceProperty(former, "destroy", {
      value: (error) => {
        // Node destroys a stream itself when a read fails.
        if (isSystemError(error)) fail(error);
        return former;
      },
    }),
  ];
  former.on("end", end);
  former.on("error", fail);
  // The former stream may have read ahead.
  for (const chunk of buffered(former)) push(chunk);
  if (former.readableEnded || former.destroyed) end();

  return {
    stdin,
    restore: () => {
      held = false;
      for (const undo of restoreProperties) undo();
      former.off("end", end);
      former.off("error", fail);
      if (used)
        giveBack(former, { unread: Buffer.concat([...buffered(stdin)]), ended, flowing: readableFlowing === true });
    },
  };
}

/** Removes the chunks that a stream has read ahead. */
function* buffered(stream: Readable): Generator<Buffer> {
  while (stream.readableLength > 0) {
    const chunk = stream.read();
    if (chunk === null) return;
    yield chunk;
  }
}

function giveBack(
  former: Stdin,
  { unread, ended, flowing }: { readonly unread: Buffer; readonly ended: boolean; readonly flowing: boolean },
): void {
  // The stream may still wait for a read: an empty chunk ends the wait.
  former.push("");
  if (unread.length > 0) former.unshift(unread);
  if (ended) former.push(null);
  else if (flowing) former.resume();
  // Only a flowing stream can be paused, and only a pause stops the read.
  else former.resume().pause();
}

/** Creates the getter of `process.stdin`: a stream that ends as soon as it is read, and a new one once it has ended. */
function emptyStdin(): () => Stdin {
  let stream = createEmpty();
  return () => {
    if (stream.readableEnded || stream.destroyed) stream = createEmpty();
    return stream;
  };
}

function createEmpty(): Stdin {
  const stream = new Readable({
    read() {
      this.push(null);
    },
  });
  // Pipelines destroy their source with an error when another part of them fails.
  stream.on("error", () => undefined);
  return Object.assign(stream, { fd: 0, ref: () => stream, unref: () => stream }) as unknown as Stdin;
}
