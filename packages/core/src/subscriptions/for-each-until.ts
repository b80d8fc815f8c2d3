/**
 * Calls `visit` for each value of an iterable of either kind. The signal ends it at once, even where the iterable pays no
 * heed to it.
 */
export async function forEachUntil(
  signal: AbortSignal,
  iterable: AsyncIterable<unknown> | Iterable<unknown>,
  visit: () => void,
): Promise<void> {
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

function iteratorOf(iterable: AsyncIterable<unknown> | Iterable<unknown>): AsyncIterator<unknown> | Iterator<unknown> {
  return Symbol.asyncIterator in iterable ? iterable[Symbol.asyncIterator]() : iterable[Symbol.iterator]();
}
