import * as core from "@plainmcp/core";
import { env as variables, tool } from "@plainmcp/core";

const REGIONS = ["eu", "us"] as const;
enum Fallback {
  Region = "eu",
}

const COMMON = {
  PROXY: { description: "Address of a proxy", format: "uri", optional: true },
} as const;

/** Every kind of variable. */
export class Search {
  static readonly env = variables({
    SEARCH_KEY: { description: "Key of the search API", secret: true },
    REGION: { default: Fallback.Region, enum: REGIONS, description: `Where to search: ${"eu"} or us` },
    ["LANGUAGE"]: { description: "Language of the results", default: "en", secret: false },
    ...COMMON,
  });

  readonly #region: "eu" | "us" = Search.env.REGION;

  /** Where it searches. */
  @tool
  region(): string {
    const proxy: string | undefined = Search.env.PROXY;
    const key: string = Search.env.SEARCH_KEY;
    return [this.#region, proxy, key.length].join(" ");
  }
}

/** A field of the base class. */
export class Inherited extends Search {
  /** Says hello. */
  @tool
  hello(): string {
    return "Hello";
  }
}

const shared = core.env({ TOKEN: { description: "Token of the service", secret: true } });

/** A constant that several classes may share. */
export class Shared {
  static env = shared;

  /** Says hello. */
  @tool
  hello(): string {
    return `Hello ${Shared.env.TOKEN.length}`;
  }
}

/** A field of that name which is something else. */
export class Other {
  static readonly env = process.env;

  /** Says hello. */
  @tool
  hello(): string {
    return "Hello";
  }
}

abstract class Base<T> {
  static readonly env: unknown = variables({
    BASE: { description: "Of the base" },
    REGION: { description: "Of the base, which means less than that of the class" },
  });

  /** Uses the variables of the base. */
  @tool
  base(value: T): string {
    return String(value);
  }
}

/** A field of its own, beside that of the base. */
export class Both extends Base<string> {
  static override readonly env = variables({ REGION: { description: "Of the class", optional: true } });
}

/** A field that is something else, and one of the base. */
export class Hidden extends Base<number> {
  static override readonly env = process.env;
}
