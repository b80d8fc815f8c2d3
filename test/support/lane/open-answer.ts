/** One HTTP request, as it goes over the wire. */
export interface HttpRequest {
  readonly method: string;
  /** A name may occur more than once. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body?: string;
}

/** What has come so far in answer to an HTTP request, or to a line. */
export class OpenAnswer {
  readonly isOfLines: boolean;
  status: number | undefined;
  headers: Readonly<Record<string, string>> = {};
  text = "";
  isOver = false;
  /** Aborted when the client disconnects. */
  readonly gone: AbortController = new AbortController();
  #last: number = performance.now();
  #wake: () => void = () => undefined;

  constructor(isOfLines = false) {
    this.isOfLines = isOfLines;
  }

  begin(status: number, headers: Iterable<readonly [string, string]>): void {
    this.status = status;
    this.headers = Object.fromEntries(headers);
    this.#note();
  }

  add(text: string): void {
    this.text += text;
    this.#note();
  }

  end(): void {
    this.isOver = true;
    this.#note();
  }

  /** Resolves when the answer is complete, or when nothing has come for so many milliseconds. */
  async settled(patience: number): Promise<void> {
    while (!this.isOver) {
      const left = this.#last + patience - performance.now();
      if (left <= 0 && (await this.#isStill())) return;
      if (left > 0) await this.#next(left);
    }
  }

  /** Whether nothing comes in many turns of the event loop: where much happens at a time, they take long. */
  async #isStill(): Promise<boolean> {
    const last = this.#last;
    for (let turn = 0; turn < TURNS && this.#last === last; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    return this.#last === last;
  }

  /** Resolves when something comes, or after so many milliseconds. */
  #next(patience: number): Promise<void> {
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #note(): void {
    this.#last = performance.now();
    this.#wake();
  }
}

const TURNS = 50;

/** Sends a request. The answer comes later. */
export type SendHttp = (request: HttpRequest) => OpenAnswer;
