import { tool } from "@plainmcp/core";

async function load(): Promise<{ rows: number[] }> {
  return { rows: [] };
}

type Loaded = Awaited<ReturnType<typeof load>>;

export class Loader {
  /** What promises come to. */
  @tool
  keep(loaded: Loaded, deep: Awaited<Promise<Promise<number>>>): Promise<Awaited<ReturnType<typeof load>>> {
    return load();
  }

  /** A promise in a promise, as `async` makes none. */
  @tool
  async nested(): Promise<Promise<string>> {
    return "";
  }

  /** Anything with a `then`. */
  @tool
  thenable(): PromiseLike<boolean> {
    return Promise.resolve(true);
  }
}
