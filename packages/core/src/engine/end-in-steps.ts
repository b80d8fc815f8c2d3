import { settleWithin } from "../time/settle-within.js";
import type { Engine } from "./create-engine.js";

/** How the time of an ending is divided. */
const FINISH_SHARE = 0.5;
const SETTLE_SHARE = 0.35;
const ANSWER_SHARE = 0.05;
const FLUSH_SHARE = 0.1;

/** What an ending needs from a transport. */
export interface EndingTransport {
  /** Resolves when every request is answered, and its answer is written. */
  whenAnswered(): Promise<void>;
  /** Answers all open requests with an error. */
  answerRest(): void;
  /** Resolves when the last answers have been sent. */
  flush(): Promise<void>;
}

/**
 * Ends all open calls, in three steps that share the time: calls may finish; then their signals abort; then methods may
 * settle and clean up. Requests without an answer by then get an error. Then instances end.
 *
 * @param graceMs Milliseconds for all steps together
 * @param hurry When it resolves, the first step ends and signals abort at once
 */
export async function endInSteps(
  graceMs: number,
  engine: Pick<Engine, "abort" | "whenSettled" | "giveUp" | "lives" | "report">,
  transport: EndingTransport,
  hurry: Promise<void> = new Promise(() => undefined),
): Promise<void> {
  const begun = performance.now();
  await settleWithin(graceMs * FINISH_SHARE, Promise.race([transport.whenAnswered(), hurry]));
  engine.abort();
  await settleWithin(graceMs * SETTLE_SHARE, Promise.all([transport.whenAnswered(), engine.whenSettled()]));
  engine.giveUp();
  await settleWithin(graceMs * ANSWER_SHARE, transport.whenAnswered());
  transport.answerRest();
  // Instances are needed no more. They get the rest of the time: the steps before seldom use theirs.
  const rest = Math.max(graceMs - (performance.now() - begun), graceMs * FLUSH_SHARE);
  const ended = engine.lives && settleWithin(rest, engine.lives.end());
  await Promise.all([settleWithin(graceMs * FLUSH_SHARE, transport.flush()), ended]);
  engine.lives?.giveUp();
  engine.report.flush?.();
}
