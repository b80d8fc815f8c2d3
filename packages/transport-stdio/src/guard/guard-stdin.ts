import process from "node:process";
import { Readable } from "node:stream";
import { unguarded } from "./guard-switch.js";
import { isSystemError } from "./is-system-error.js";
import { replaceProperty } from "./replace-property.js";

type Stdin = typeof process.stdin;

/** The bytes of stdin, for one reader alone. */
export interface GuardedStdin {
  /** Yields what comes in on stdin, which `process.stdin` no longer does. Until somebody reads it, nothing is taken in. */
  readonly stdin: Readable;
  /** Gives stdin back, with what nobody has read. */
  restore(): void;
}

/**
 * Takes stdin away from everybody else. `process.stdin` is empty, as if it were the null device. The stream it was before,
 * which somebody may have kept, yields nothing and cannot be stopped.
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
    // Emits `end` if it is over already.
    former.read(0);
    if ("ref" in former) former.ref();
    // A stream over a file reads with the functions of `fs`.
    unguarded(() => _read.call(former, size));
  };
  // Not at once: somebody may just have paused the former stream, which then stops reading in the next tick.
  const stdin = new Readable({ read: (size) => process.nextTick(read, size) });
  const push = (chunk: Buffer | string | null): boolean => {
    if (ended) return false;
    used = true;
    ended = chunk === null;
    return stdin.push(typeof chunk === "string" ? Buffer.from(chunk, former.readableEncoding ?? undefined) : chunk);
  };
  const end = (): void => void push(null);
  const fail = (error: Error): void => void stdin.destroy(error);

  // Bytes come into a stream when it calls `_read` and something calls `push`. Who has these two has the stream.
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
        // Node itself destroys a stream that it fails to read.
        if (isSystemError(error)) fail(error);
        return former;
      },
    }),
  ];
  former.on("end", end);
  former.on("error", fail);
  // Somebody may have made it read ahead.
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

/** Takes out what a stream has read ahead. */
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
  // It still waits for what it tried to read: an empty chunk ends that.
  former.push("");
  if (unread.length > 0) former.unshift(unread);
  if (ended) former.push(null);
  else if (flowing) former.resume();
  // Only a stream that flows can be paused, which makes it stop reading.
  else former.resume().pause();
}

/** What `process.stdin` yields: a stream that ends as soon as it is read, and another one once it has ended. */
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
  // Pipelines destroy their source with an error when something else in them fails.
  stream.on("error", () => undefined);
  return Object.assign(stream, { fd: 0, ref: () => stream, unref: () => stream }) as unknown as Stdin;
}
