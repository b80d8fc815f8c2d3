/** The bytes that the heap of this process may have, where the runtime does not say. */
const UNKNOWN = 512 * 1024 * 1024;

/** The bytes that V8's heap may grow to. */
export function heapLimit(): number {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => object | undefined } };
  const v8 = process?.getBuiltinModule?.("node:v8") as { getHeapStatistics?: () => { heap_size_limit?: number } };
  // Some runtimes have the function, but do not know the limit.
  return v8?.getHeapStatistics?.().heap_size_limit || UNKNOWN;
}
