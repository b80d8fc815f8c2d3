import { setTimeout } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { type Difference, openPair } from "./find-differences.js";
import type { Serve } from "./lane-pair.js";
import { Normalizer } from "./normalize.js";
import type { OpenAnswer } from "./open-answer.js";
import type { Sent, Step } from "./sent.js";
import { settleBoth } from "./settle-both.js";
import { transcriptOf } from "./transcript-of.js";

/** A step, as it was said to both servers, and what came of it. */
interface Said {
  readonly sent: Sent;
  readonly answers: readonly [lane: OpenAnswer, sdk: OpenAnswer];
}

/**
 * Has the same conversation with two servers, one with the lane and one without. What a step leaves open, such as a stream
 * or a call that asks, stays open until the end.
 */
export async function findDifferencesIn(serve: Serve, steps: readonly Step[]): Promise<readonly Difference[]> {
  const [lane, sdk] = await openPair(serve);
  const said: Said[] = [];
  const say = async (step: Step): Promise<Said> => {
    const [ours, theirs] = [0, 1].map((side) =>
      typeof step === "function" ? step(said.map(({ answers }) => answers[side] as OpenAnswer)) : step,
    ) as [Sent, Sent];
    const answers = [lane.say(ours), sdk.say(theirs)] as const;
    await settleBoth(answers);
    return { sent: ours, answers };
  };
  try {
    for (const step of steps) {
      let one = await say(step);
      for (let left = POLLS; left > 0 && isPoll(one.sent) && differs(one); left--) {
        await setTimeout(POLL_MS);
        one = await say(step);
      }
      said.push(one);
      // The call that the client has answered goes on.
      if (isResponse(one.sent)) await Promise.all(said.map(({ answers }) => settleBoth(answers)));
    }
    await Promise.all(said.map(({ answers }) => settleBoth(answers)));
    return compare(said);
  } finally {
    for (const { answers } of said) for (const { gone } of answers) gone.abort();
    await Promise.all([lane.close(), sdk.close()]);
  }
}

function compare(said: readonly Said[]): readonly Difference[] {
  const normalizers = [new Normalizer(), new Normalizer()] as const;
  return said.flatMap(({ sent, answers }) => {
    const [lane, sdk] = [0, 1].map((side) =>
      transcriptOf(answers[side] as OpenAnswer, sent, normalizers[side] as Normalizer),
    ) as [object, object];
    return isDeepStrictEqual(lane, sdk) ? [] : [{ ...sent, lane, sdk }];
  });
}

/** How often a client asks again what has become of a task, which works on in the meantime. */
const POLLS = 100;
const POLL_MS = 20;

function isPoll({ text }: Sent): boolean {
  return text.includes('"tasks/get"');
}

function differs(said: Said): boolean {
  return compare([said]).length > 0;
}

function isResponse({ text }: Sent): boolean {
  return text.startsWith("{") && !text.includes('"method":');
}
