import type { OpenAnswer } from "./open-answer.js";

/** Milliseconds without anything new after which an answer counts as one that stays open, like a subscription. */
const QUIET = 120;
/** Milliseconds that one server may take longer than the other. */
const LATE = 5_000;

/** Resolves when both answers are complete, or both stay open, or one takes far longer than the other. */
export async function settleBoth(answers: readonly OpenAnswer[]): Promise<void> {
  await Promise.all(answers.map((answer) => answer.settled(QUIET)));
  if (answers.some(({ isOver }) => isOver)) await Promise.all(answers.map((answer) => answer.settled(LATE)));
}
