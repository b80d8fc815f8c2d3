/** A result in the words of one revision, and its JSON text. */
interface PreparedResult {
  readonly result: object;
  readonly text: string;
}

/** By the result of the method and the revision. */
const results = new WeakMap<object, Map<string, PreparedResult>>();

/**
 * Converts a result that many clients get, such as a list, and writes it as text: only once for each revision.
 *
 * @param convert Converts the result to the words of the revision
 */
export function prepareResult(result: object, revision: string, convert: () => object): PreparedResult {
  let byRevision = results.get(result);
  if (byRevision === undefined) {
    byRevision = new Map();
    results.set(result, byRevision);
  }
  let prepared = byRevision.get(revision);
  if (prepared === undefined) {
    const converted = convert();
    prepared = { result: converted, text: JSON.stringify(converted) };
    byRevision.set(revision, prepared);
  }
  return prepared;
}

/** Whether the results of a method are the same object as long as they do not change. */
export function isPrepared(method: string): boolean {
  return method.endsWith("/list") || method === "server/discover" || method === "initialize";
}
