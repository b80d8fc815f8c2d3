import { type Context, tool } from "@plainmcp/core";

interface Options {
  name: string;
  onDone: () => void;
  nested: { list: symbol[] };
  optional?: () => void;
}

export class Inputs {
  /** What no client can send. */
  @tool
  plain(a: symbol, b: never, c: () => void, d: undefined, e: typeof Inputs): void {}

  /** Inside other types. */
  @tool
  nested(options: Options, list: (() => void)[], map: Map<string, symbol>, either: string | symbol): void {}

  /** Objects of the platform. */
  @tool
  platform(
    a: Promise<string>,
    b: Request,
    c: WeakMap<object, string>,
    d: Float32Array,
    e: NodeJS.ReadableStream,
    f: String,
    g: AsyncIterable<string>,
    h: Blob,
    i: Intl.NumberFormat,
    j: Partial<Date>,
    k: { when: Omit<Request, "body"> },
    l: AbortSignal[],
    m: { ctx: Context },
    n: typeof globalThis,
  ): void {}

  /** The platform's plain data is data. */
  @tool
  data(memory: NodeJS.MemoryUsage): void {}
}
