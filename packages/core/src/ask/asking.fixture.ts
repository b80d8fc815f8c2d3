import type { Context } from "../context.js";
import { tool } from "../decorators/tool.js";
import type { FormManifest, Manifest, PrimitiveManifest, ToolManifest } from "../manifest/manifest.js";
import { input, manifestOf } from "../weather.fixture.js";

/** Two tools that run the method of a test. */
export class Asking {
  readonly #method: Method;

  constructor(method: Method) {
    this.#method = method;
  }

  @tool
  ask(ctx: Context, topic = "tea"): unknown {
    return this.#method(ctx, topic);
  }

  @tool
  other(ctx: Context, topic = "tea"): unknown {
    return this.#method(ctx, topic);
  }
}

export type Method = (ctx: Context, topic: string) => unknown;

const name = input({ name: { type: "string", minLength: 1 } }, ["name"]);
const day = input({
  day: { type: "string", format: "date-time", "x-ts": "Date" },
  nights: { type: "number", default: 1 },
});

const forms: readonly FormManifest[] = [
  { message: ["Your name?"], schema: name },
  { message: ["Name of ", "?"], schema: name },
  { message: ["When?"], schema: { ...day, required: ["day"] } },
];

/** The manifest of {@link Asking}, with options for its tools. */
export function askingManifest(options: Partial<ToolManifest> = {}): Manifest {
  const common: Omit<PrimitiveManifest, "method" | "name"> = {
    parameters: [{ inject: "context" }, { name: "topic" }],
    inputSchema: input({ topic: { type: "string" } }),
  };
  const tools = ["ask", "other"].map((method) => ({ method, name: method, ...common, ...options }));
  return manifestOf({ class: "Asking", file: "src/asking.ts", tools, resources: [], prompts: [], forms });
}

/** An accepted form. */
export function accept(content: object): object {
  return { action: "accept", content };
}
