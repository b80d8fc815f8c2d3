/**
 * Calls `visit` for each value of a sync or async iterable. The signal ends the loop at once, even if the iterable
 * ignores the signal.
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
      // Yields to the event loop, because an iterable that never waits would block it.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

function iteratorOf(iterable: AsyncIterable<unknown> | Iterable<unknown>): AsyncIterator<unknown> | Iterator<unknown> {
  return Symbol.asyncIterator in iterable ? iterable[Symbol.asyncIterator]() : iterable[Symbol.iterator]();
}
