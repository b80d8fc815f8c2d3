import { explainLimit } from "./explain-limit.js";

/** What a client asked for, and why it does not get it. */
export interface Refused {
  /** The option that sets the limit, such as `maxSessions`. */
  readonly limit: string;
  readonly max: number;
  /** What it counts, such as `sessions`. */
  readonly unit: string;
  readonly asked: number;
  /** How much the client holds already. */
  readonly held: number;
}

/** A client that would hold more than this part of a limit uses much. */
const MUCH = 1 / 16;

/** Thrown if a client asks for more of something than the server has left for it. */
export class LimitError extends Error {
  override readonly name = "LimitError";
  readonly refused: Refused;

  constructor(refused: Refused) {
    super(explainLimit(refused));
    this.refused = refused;
  }

  /** Whether the client uses much itself, and is not only unlucky. */
  get isHeavy(): boolean {
    const { held, asked, max } = this.refused;
    return held + asked > max * MUCH;
  }
}
