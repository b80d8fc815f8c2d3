import { chooseShare } from "./choose-share.js";
import { LimitError } from "./limit-error.js";

/** What a budget is for. */
export interface BudgetOptions {
  /** The name of the option that sets its size, such as `maxSessions`. */
  readonly limit: string;
  readonly max: number;
  /** What it counts, such as `sessions` or `bytes of request bodies`. */
  readonly unit: string;
  /** Whether a part of it is only for clients that hold little. @default true */
  readonly hasReserve?: boolean;
  /** Whether shares may be of no use to their clients yet, which a negative turn says. @default false */
  readonly hasIdle?: boolean;
  /** Receives every refusal. */
  readonly onRefused?: (error: LimitError) => void;
}

/** What its client gives up when there is no room for another's. */
export interface Yielding {
  /**
   * Its turn: of one client's shares, the one with the smallest goes first. With `hasIdle`, one with a negative turn also goes
   * before the shares of clients that hold more. `undefined` while it cannot go.
   *
   * @param isOwn Whether its own client needs the room, and not another
   */
  turn(isOwn: boolean): number | undefined;
  /** Ends what the share is for. The share itself is already released. */
  giveUp(): void;
}

/** A part of a budget that a client holds. */
export interface Share {
  readonly amount: number;
  /** Makes the share larger or smaller. @throws LimitError if there is no room; the share then stays as it was */
  resize(amount: number): void;
  /** Gives the share back. Further calls have no effect. */
  release(): void;
}

/** This part of a budget is for clients that hold little. */
const RESERVE = 1 / 16;
/** A client that holds at most this part of the reserve may use it. */
const LITTLE = 1 / 8;

/**
 * Something that a server has only so much of, and who holds how much of it. While there is room, one client may take all of
 * it but a small reserve. Without room, the client that holds most gives up its own first; if that is the one who asks for
 * more and it has nothing to give up, it is refused.
 *
 * @example
 * ```ts
 * const sessions = new Budget({ limit: "maxSessions", max: 1_000, unit: "sessions" });
 * const share = sessions.take("192.0.2.1", 1, { turn: () => lastUsed, giveUp: () => session.close() });
 * share.release();
 * ```
 */
export class Budget {
  readonly #options: BudgetOptions;
  readonly #reserve: number;
  readonly #little: number;
  readonly #holders = new Map<string, Holder>();
  #used = 0;

  constructor(options: BudgetOptions) {
    this.#options = options;
    this.#reserve = options.hasReserve === false ? 0 : Math.floor(options.max * RESERVE);
    this.#little = this.#reserve * LITTLE;
  }

  /** How much is held. */
  get used(): number {
    return this.#used;
  }

  /** How much a client holds. */
  heldBy(client: string): number {
    return this.#holders.get(client)?.amount ?? 0;
  }

  /**
   * Takes a share.
   *
   * @param yielding How to get it back early. @default never
   * @throws LimitError if there is no room
   */
  take(client: string, amount: number, yielding?: Yielding): Share {
    this.require(client, amount);
    return this.add(client, amount, yielding);
  }

  /** Takes a share for which {@link require} has made room before. */
  add(client: string, amount: number, yielding?: Yielding): Share {
    let holder = this.#holders.get(client);
    if (holder === undefined) {
      holder = { client, amount: 0, shares: 0, yielding: new Set() };
      this.#holders.set(client, holder);
    }
    const share = new HeldShare(this, holder, yielding);
    holder.shares++;
    if (yielding !== undefined) holder.yielding.add(share);
    this.change(share, amount);
    return share;
  }

  /** Whether there is room for anybody. */
  hasRoom(amount: number): boolean {
    return this.#used + amount <= this.#options.max - this.#reserve;
  }

  /**
   * Makes room for more.
   *
   * @param keep A share that must stay
   * @throws LimitError if there is no room
   */
  require(client: string, amount: number, keep?: Share): void {
    // The usual case.
    if (this.hasRoom(amount)) return;
    while (!this.#fits(client, amount)) {
      const share = this.#canFit(amount) ? this.#choose(client, amount, keep) : undefined;
      if (share === undefined) throw this.refuse(client, amount);
      share.release();
      share.yielding?.giveUp();
    }
  }

  /** @internal For shares only. */
  change(share: HeldShare, amount: number): void {
    const change = amount - share.amount;
    share.amount = amount;
    share.holder.amount += change;
    this.#used += change;
  }

  /** @internal For shares only. */
  drop(share: HeldShare): void {
    const { holder } = share;
    this.change(share, 0);
    holder.yielding.delete(share);
    holder.shares--;
    if (holder.shares === 0) this.#holders.delete(holder.client);
  }

  #fits(client: string, amount: number): boolean {
    const mayUseReserve = this.heldBy(client) + amount <= this.#little;
    return this.#used + amount <= this.#options.max - (mayUseReserve ? 0 : this.#reserve);
  }

  /** Whether there would be room if nobody held anything. */
  #canFit(amount: number): boolean {
    return amount <= this.#options.max - this.#reserve;
  }

  #choose(client: string, amount: number, keep: Share | undefined): HeldShare | undefined {
    const least = this.heldBy(client) + amount;
    return chooseShare(this.#holders.values(), { client, least, keep, hasIdle: this.#options.hasIdle === true });
  }

  /** Makes the error for a client that gets nothing, and reports it. */
  refuse(client: string, amount: number): LimitError {
    const { limit, max, unit, onRefused } = this.#options;
    const error = new LimitError({ limit, max, unit, asked: amount, held: this.heldBy(client) });
    onRefused?.(error);
    return error;
  }
}

/** What one client holds. */
export interface Holder {
  readonly client: string;
  amount: number;
  shares: number;
  /** The shares that it may have to give up, oldest first. */
  readonly yielding: Set<HeldShare>;
}

/** A share, as its budget knows it. */
export class HeldShare implements Share {
  readonly holder: Holder;
  readonly yielding: Yielding | undefined;
  readonly #budget: Budget;
  amount = 0;
  #isReleased = false;

  constructor(budget: Budget, holder: Holder, yielding: Yielding | undefined) {
    this.#budget = budget;
    this.holder = holder;
    this.yielding = yielding;
  }

  resize(amount: number): void {
    if (this.#isReleased) return;
    if (amount > this.amount) this.#budget.require(this.holder.client, amount - this.amount, this);
    // The budget may have asked for this one in the meantime.
    if (!this.#isReleased) this.#budget.change(this, amount);
  }

  release(): void {
    if (this.#isReleased) return;
    this.#isReleased = true;
    this.#budget.drop(this);
  }
}
