import type { Budget, Load, Share } from "@plainmcp/core/internal/engine";

/** The bytes that a request takes besides its body. */
export const BASE = 4_096;

/** What one request takes of `maxBodiesSize`, from the first part of its body to the end of its answer. */
export class RequestLoad implements Load {
  readonly account: string;
  readonly #budget: Budget;
  #share: Share | undefined;
  #size: number;
  /** How many need the request: its answer, and work that goes on after it. */
  #keeping = 1;
  #isRead = false;

  /** @param bytes What its body takes in memory, if it has been read */
  constructor(budget: Budget, account: string, bytes = 0) {
    this.#size = BASE + bytes;
    this.#budget = budget;
    this.account = account;
  }

  /** Whether it counts, so that somebody must call {@link end}. */
  get isHeld(): boolean {
    return this.#share !== undefined;
  }

  /**
   * Counts an unfinished body.
   *
   * @param bytes All that has arrived of it
   * @param stop Stops reading, because others need the room
   * @throws LimitError if there is no room
   */
  receive(bytes: number, stop: () => void): void {
    this.#size = BASE + bytes;
    if (this.#share !== undefined) {
      this.#share.resize(this.#size);
      return;
    }
    const began = performance.now();
    const yielding = { turn: () => (this.#isRead ? undefined : began), giveUp: stop };
    this.#share = this.#budget.take(this.account, this.#size, yielding);
  }

  /**
   * Makes room for the whole request, whose body has been read.
   *
   * @param bytes What the body takes in memory
   * @throws LimitError if there is no room
   */
  admit(bytes: number): void {
    this.#isRead = true;
    this.#size = BASE + bytes;
    if (this.#share === undefined) this.#budget.require(this.account, this.#size);
    else this.#share.resize(this.#size);
  }

  /** Counts the request from now on. Those that are answered at once need not be counted. */
  hold(): void {
    this.#share ??= this.#budget.add(this.account, this.#size);
  }

  keep(): () => void {
    this.#keeping++;
    let isKept = true;
    return () => {
      if (isKept) this.end();
      isKept = false;
    };
  }

  /** The answer is complete, or work that went on after it. */
  end(): void {
    this.#keeping--;
    if (this.#keeping > 0) return;
    this.#share?.release();
    this.#share = undefined;
  }
}
