import type { Abortable } from "../promises/abortable.js";
import { type Awaitable, isThenable } from "../promises/awaitable.js";
import { RecentMap } from "../wire/recent-map.js";

/** The calls whose methods have not settled. A server that ends waits for them. */
export class RunningCalls {
  readonly #running = new RecentMap<RunningCall, RunningCall>();
  #reason: unknown;
  #waiting: (() => void)[] = [];

  /**
   * Begins a call.
   *
   * @param parent Aborted when nobody waits for the answer any more
   */
  begin(parent: Abortable): RunningCall {
    const call = new RunningCall(parent, this);
    this.#running.add(call, call);
    if (this.#reason !== undefined) call.abort(this.#reason);
    return call;
  }

  /** Aborts the signal of every call, including those that begin later. */
  abort(reason: unknown): void {
    this.#reason = reason;
    for (const call of this.#running.values()) call.abort(reason);
  }

  /** Fails every call whose method has not settled. */
  giveUp(reason: unknown): void {
    for (const call of this.#running.values()) call.giveUp(reason);
  }

  /** Resolves when no method is running. */
  async whenSettled(): Promise<void> {
    while (this.#running.size > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** Removes a call: it is answered, and its method has settled. */
  settled(call: RunningCall): void {
    this.#running.delete(call);
    if (this.#waiting.length > 0 && this.#running.size === 0) for (const resolve of this.#waiting.splice(0)) resolve();
  }
}

/** One call, from before its method runs until it is answered and the method has settled. */
class RunningCall {
  readonly #parent: Abortable;
  readonly #calls: RunningCalls;
  #controller: AbortController | undefined;
  #reason: unknown;
  /** Passes on the abort of the request, once somebody looks at the signal. */
  #forward: (() => void) | undefined;
  #reject: ((reason: unknown) => void) | undefined;
  /** Counts what keeps the call running: its request, and each run of its method. */
  #holds = 1;

  constructor(parent: Abortable, calls: RunningCalls) {
    this.#parent = parent;
    this.#calls = calls;
  }

  /** Aborted when nobody waits for the answer any more, or the server ends. Created on first access. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.isAborted) this.#controller.abort(this.#reason ?? this.#parent.signal.reason);
      else if (this.#holds > 0) {
        this.#forward = () => this.#controller?.abort(this.#parent.signal.reason);
        this.#parent.signal.addEventListener("abort", this.#forward, { once: true });
      }
    }
    return this.#controller.signal;
  }

  /** After the end, what becomes of the request does not matter any more. */
  get isAborted(): boolean {
    return this.#reason !== undefined || (this.#holds > 0 && this.#parent.isAborted);
  }

  abort(reason: unknown): void {
    this.#reason ??= reason;
    this.#controller?.abort(reason);
  }

  /** Keeps the call running for one run of its method, until `settle` or `end` is called. */
  begin(): void {
    this.#holds++;
  }

  /** Settles like a run of the method, or fails when `giveUp` is called. */
  settle<T>(run: Awaitable<T>): Awaitable<T> {
    if (isThenable(run)) return this.#unlessGivenUp(run);
    this.end();
    return run;
  }

  #unlessGivenUp<T>(running: Promise<T>): Promise<T> {
    const settle = (): void => {
      this.#reject = undefined;
      this.end();
    };
    return new Promise<T>((resolve, reject) => {
      this.#reject = reject;
      running.then(
        (value) => {
          resolve(value);
          settle();
        },
        (error) => {
          reject(error);
          settle();
        },
      );
    });
  }

  giveUp(reason: unknown): void {
    this.#reject?.(reason);
  }

  /** Ends one hold on the call: its request was answered, or a run of its method settled. */
  end(): void {
    this.#holds--;
    if (this.#holds > 0) return;
    if (this.#parent.isAborted) this.#reason ??= this.#parent.signal.reason;
    if (this.#forward !== undefined) this.#parent.signal.removeEventListener("abort", this.#forward);
    this.#calls.settled(this);
  }
}

export type { RunningCall };
