/**
 * Calls `visit` for each value of an iterable of either kind. The signal ends it at once, even where the iterable pays no
 * heed to it.
 *
 * @throws TypeError when it is no iterable
 */
export async function forEachUntil(signal: AbortSignal, iterable: unknown, visit: () => void): Promise<void> {
  const iterator = iteratorOf(iterable);
  const giveUp = (): void => void Promise.resolve(iterator.return?.()).catch(() => undefined);
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    while (!signal.aborted) {
      const { done } = await iterator.next();
      if (done || signal.aborted) return;
      visit();
      // An iterable that never waits must leave time for everything else.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

function iteratorOf(iterable: unknown): AsyncIterator<unknown> | Iterator<unknown> {
  const { [Symbol.asyncIterator]: iterateAsync, [Symbol.iterator]: iterate } = Object(iterable);
  if (typeof iterateAsync === "function") return iterateAsync.call(iterable);
  if (typeof iterate === "function") return iterate.call(iterable);
  throw new TypeError("A watch method must return an iterable.");
}
