/** Something that may be aborted. */
export interface Abortable {
  /** Created on first access. */
  readonly signal: AbortSignal;
  /** Whether the signal is aborted. Cheaper than creating the signal. */
  readonly isAborted: boolean;
}

/** Aborts, and creates its signal only when somebody looks at it. */
export class LazyAbortController implements Abortable {
  #controller: AbortController | undefined;
  #isAborted = false;
  #reason: unknown;

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#isAborted) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  get isAborted(): boolean {
    return this.#isAborted;
  }

  /** Aborts. Only the first reason counts. */
  abort(reason: unknown): void {
    if (this.#isAborted) return;
    this.#isAborted = true;
    this.#reason = reason;
    this.#controller?.abort(reason);
  }
}
