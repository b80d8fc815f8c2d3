import { settleWithin } from "../time/settle-within.js";
import type { Engine } from "./create-engine.js";

/** Shares of the time that an ending may take. */
const FINISH_SHARE = 0.5;
const SETTLE_SHARE = 0.35;
const ANSWER_SHARE = 0.05;
const FLUSH_SHARE = 0.1;

/** What an ending needs of a transport. */
export interface EndingTransport {
  /** Resolves when every request has been answered, and its answer is written. */
  whenAnswered(): Promise<void>;
  /** Answers with an error what is still open. */
  answerRest(): void;
  /** Resolves when the last answers have left. */
  flush(): Promise<void>;
}

/**
 * Ends what is in flight, in three steps that share the time: calls may finish; then their signals abort; then methods may
 * settle and clean up. What has no answer by then gets an error.
 *
 * @param graceMs Milliseconds for everything
 * @param hurry When it resolves, calls are not waited for any longer, and signals abort at once
 */
export async function endInSteps(
  graceMs: number,
  engine: Pick<Engine, "abort" | "whenSettled" | "giveUp">,
  transport: EndingTransport,
  hurry: Promise<void> = new Promise(() => undefined),
): Promise<void> {
  await settleWithin(graceMs * FINISH_SHARE, Promise.race([transport.whenAnswered(), hurry]));
  engine.abort();
  await settleWithin(graceMs * SETTLE_SHARE, Promise.all([transport.whenAnswered(), engine.whenSettled()]));
  engine.giveUp();
  await settleWithin(graceMs * ANSWER_SHARE, transport.whenAnswered());
  transport.answerRest();
  await settleWithin(graceMs * FLUSH_SHARE, transport.flush());
}
