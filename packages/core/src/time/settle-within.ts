/** Resolves when the promise settles or the time is over. Never rejects. */
export async function settleWithin(milliseconds: number, promise: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise.catch(() => undefined), timeUp]);
  clearTimeout(timer);
}
