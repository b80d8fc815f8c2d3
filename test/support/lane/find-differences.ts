import { isDeepStrictEqual } from "node:util";
import type { Serve, Served } from "./lane-pair.js";
import { Normalizer } from "./normalize.js";
import type { Sent } from "./sent.js";
import { settleBoth } from "./settle-both.js";
import { transcriptOf } from "./transcript-of.js";

/** A message that the servers answer differently. */
export interface Difference {
  readonly name: string;
  readonly text: string;
  readonly headers?: unknown;
  readonly lane: object;
  readonly sdk: object;
}

/**
 * Says the same to two servers, one with the lane and one without, each time when the last thing is answered.
 *
 * @param opening What the client says first
 */
export async function findDifferences(
  serve: Serve,
  corpus: readonly Sent[],
  opening: readonly Sent[] = [],
): Promise<Difference[]> {
  const pair = await openPair(serve);
  try {
    for (const first of opening) await settleBoth(pair.map((served) => served.say(first)));
    const found: Difference[] = [];
    for (const one of corpus) {
      const answers = pair.map((served) => served.say(one));
      await settleBoth(answers);
      const [lane, sdk] = answers.map((answer) => transcriptOf(answer, one, new Normalizer())) as [object, object];
      for (const { gone } of answers) gone.abort();
      if (!isDeepStrictEqual(lane, sdk)) found.push({ ...one, lane, sdk });
    }
    return found;
  } finally {
    await Promise.all(pair.map((served) => served.close()));
  }
}

/** Opens a server with the lane, and one without. */
export async function openPair(serve: Serve): Promise<readonly [lane: Served, sdk: Served]> {
  await loadSdk();
  return [await serve(true), await serve(false)];
}

/** Loads the SDK, which a server does at the first message that needs it, so that no answer waits for it. */
async function loadSdk(): Promise<void> {
  await import("@plainmcp/core/internal/connection");
}
