/** A result in the words of one revision, and its JSON text. */
export interface PreparedResult {
  readonly result: object;
  readonly text: string;
}

/** Results that many clients get, in the words of each revision: converted and written as text only once. */
export class PreparedResults {
  readonly #results = new WeakMap<object, Map<string, PreparedResult>>();

  /** @param convert Converts the result, if it was not converted before */
  get(result: object, revision: string, convert: () => object): PreparedResult {
    let converted = this.#results.get(result);
    if (converted === undefined) {
      converted = new Map();
      this.#results.set(result, converted);
    }
    let prepared = converted.get(revision);
    if (prepared === undefined) {
      const made = convert();
      prepared = { result: made, text: JSON.stringify(made) };
      converted.set(revision, prepared);
    }
    return prepared;
  }
}

/** Whether the results of a method are the same object as long as they do not change. */
export function isPrepared(method: string): boolean {
  return method.endsWith("/list") || method === "server/discover";
}
