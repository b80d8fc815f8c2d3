const WINDOW_MS = 60_000;

/** The most kinds that begin in a window, and the most that continue from the one before. */
const MAX_KINDS = 50;

/** Options of {@link Repeats}. */
export interface RepeatsOptions<Shown> {
  /** How many of a kind are shown in a window before the others are counted. @default 1 */
  readonly allowed?: number;
  /**
   * Says how many were counted since then.
   *
   * @param shown What was shown of this kind last. `undefined` stands for all kinds beyond those that are told apart
   * @param more How many, such as `… and 3,120 more`
   */
  readonly remind: (shown: Shown | undefined, more: string) => void;
  /** The time in milliseconds, from any fixed moment. */
  readonly now?: () => number;
}

/**
 * Shows the first events of each kind, and counts the others: those of a minute together get one reminder. A kind that came
 * more often than allowed continues with reminders only, until it comes less often. Whatever arrives, the log gets a limited
 * number of lines in each minute, and the first events of a new kind are among them.
 *
 * @example
 * ```ts
 * const repeats = new Repeats<string>({ remind: (shown, more) => console.error(`${shown} ${more}`) });
 * for (const text of texts) repeats.take(text, () => show(text));
 * ```
 */
export class Repeats<Shown> {
  readonly #allowed: number;
  readonly #remind: RepeatsOptions<Shown>["remind"];
  readonly #now: () => number;
  #kinds = new Map<string, Kind<Shown>>();
  /** How many kinds have begun in this window. */
  #begun = 0;
  /** How many events were of other kinds. */
  #others = 0;
  #since = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ allowed = 1, remind, now = () => performance.now() }: RepeatsOptions<Shown>) {
    this.#allowed = allowed;
    this.#remind = remind;
    this.#now = now;
  }

  /**
   * Takes an event.
   *
   * @param name The name of its kind
   * @param show Shows it. Is called unless the event is only counted
   * @returns what was shown of this kind last; `undefined` if nothing was
   */
  take(name: string, show: () => Shown): Shown | undefined {
    // There may be no timer.
    if (this.#now() - this.#since >= WINDOW_MS) this.flush();
    const kind = this.#kinds.get(name) ?? this.#begin(name);
    if (kind === undefined) {
      this.#others++;
      this.#remindLater();
      return undefined;
    }
    kind.seen++;
    if (kind.left > 0) {
      kind.left--;
      kind.shown = show();
    } else {
      kind.more++;
      this.#remindLater();
    }
    return kind.shown;
  }

  /** Says how many were only counted so far, and begins the next window. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const [kinds, others] = [this.#kinds, this.#others];
    this.#kinds = new Map();
    this.#begun = 0;
    this.#others = 0;
    this.#since = this.#now();
    for (const [name, { shown, seen, more }] of kinds) {
      if (more === 0) continue;
      if (seen > this.#allowed && this.#kinds.size < MAX_KINDS) {
        this.#kinds.set(name, { shown, seen: 0, left: 0, more: 0 });
      }
      this.#remind(shown, andMore(more));
    }
    if (others > 0) this.#remind(undefined, andMore(others));
  }

  #begin(name: string): Kind<Shown> | undefined {
    if (this.#begun >= MAX_KINDS) return undefined;
    this.#begun++;
    const kind: Kind<Shown> = { shown: undefined, seen: 0, left: this.#allowed, more: 0 };
    this.#kinds.set(name, kind);
    return kind;
  }

  #remindLater(): void {
    if (this.#timer !== undefined) return;
    const timer = setTimeout(() => this.flush(), this.#since + WINDOW_MS - this.#now());
    // Elsewhere, such as on Deno, a timer would keep the process alive.
    if (typeof timer === "object") this.#timer = timer.unref();
    else clearTimeout(timer);
  }
}

function andMore(count: number): string {
  return `… and ${count.toLocaleString("en-US")} more`;
}

interface Kind<Shown> {
  /** What was shown of it last. */
  shown: Shown | undefined;
  /** How many came in this window. */
  seen: number;
  /** How many more may be shown. */
  left: number;
  /** How many were only counted. */
  more: number;
}
