import type { Context } from "./context.js";
import { prompt } from "./decorators/prompt.js";
import { resource } from "./decorators/resource.js";
import { tool } from "./decorators/tool.js";
import type { ClassManifest, Manifest, PromptManifest, ResourceManifest, ToolManifest } from "./manifest/manifest.js";
import { ToolError } from "./tool-error.js";

/** A class with tools, resources and prompts; {@link weatherManifest} is its manifest. */
export class Weather {
  @tool
  add(a: number, b = 10): number {
    return a - b;
  }

  @tool({ name: "sum-all" })
  sum(first: number, ...others: number[]): number {
    return others.reduce((total, other) => total + other, first);
  }

  @tool
  flat({ city }: { city: string }, ctx: Context, signal: AbortSignal): string {
    return `${city} ${ctx.era} ${signal.aborted}`;
  }

  @tool
  when(day: Date): { next: Date } {
    return { next: new Date(day.getTime() + 86_400_000) };
  }

  @tool
  explode(kind: "secret" | "tool" | "wrong"): number {
    if (kind === "secret") throw new Error("secret db host");
    if (kind === "tool") throw new ToolError("Ask for another city.");
    return "no number" as unknown as number;
  }

  @resource("weather://all")
  all(): string[] {
    return ["Paris"];
  }

  @resource("weather://{city}/day/{day}")
  day(city: string, day: number): { city: string; day: number } | undefined {
    return city === "Atlantis" ? undefined : { city, day };
  }

  @prompt
  packing(city: string, days = 3): string {
    if (city === "secret") throw new Error("secret db host");
    return `${days} days in ${city}`;
  }
}

const number = { type: "number" };
const string = { type: "string" };

export const tools: readonly ToolManifest[] = [
  {
    method: "add",
    name: "add",
    parameters: [{ name: "a" }, { name: "b" }],
    inputSchema: input({ a: number, b: { ...number, default: 10 } }, ["a"]),
    outputSchema: number,
    wrapped: true,
  },
  {
    method: "sum",
    name: "sum-all",
    parameters: [{ name: "first" }, { name: "others", rest: true }],
    inputSchema: input({ first: number, others: { type: "array", items: number } }, ["first"]),
    outputSchema: number,
    wrapped: true,
  },
  {
    method: "flat",
    name: "flat",
    parameters: [{ flat: true }, { inject: "context" }, { inject: "signal" }],
    inputSchema: input({ city: string }, ["city"]),
    resultSchema: string,
  },
  {
    method: "when",
    name: "when",
    parameters: [{ name: "day" }],
    inputSchema: input({ day: { ...string, format: "date-time", "x-ts": "Date" } }, ["day"]),
    outputSchema: input({ next: { ...string, format: "date-time", "x-ts": "Date" } }, ["next"]),
  },
  {
    method: "explode",
    name: "explode",
    parameters: [{ name: "kind" }],
    inputSchema: input({ kind: { enum: ["secret", "tool", "wrong"] } }, ["kind"]),
    outputSchema: number,
    wrapped: true,
  },
];

const resources: readonly ResourceManifest[] = [
  {
    method: "all",
    name: "all",
    uri: "weather://all",
    parameters: [],
    inputSchema: input({}),
    resultSchema: { type: "array", items: string },
  },
  {
    method: "day",
    name: "day",
    uriTemplate: "weather://{city}/day/{day}",
    parameters: [{ name: "city" }, { name: "day" }],
    inputSchema: input({ city: string, day: { type: "integer", minimum: 1 } }, ["city", "day"]),
    resultSchema: input({ city: string, day: number }, ["city", "day"]),
  },
];

const prompts: readonly PromptManifest[] = [
  {
    method: "packing",
    name: "packing",
    description: "Packing advice.",
    parameters: [{ name: "city" }, { name: "days" }],
    inputSchema: input({ city: string, days: { ...number, default: 3 } }, ["city"]),
    arguments: [{ name: "city", required: true }, { name: "days" }],
  },
];

/** The manifest of {@link Weather}, with parts replaced. */
export function weatherManifest(replaced: Partial<ClassManifest> = {}): Manifest {
  return manifestOf({ class: "Weather", file: "src/weather.ts", tools, resources, prompts, ...replaced });
}

/** A manifest of these classes. */
export function manifestOf(...classes: readonly ClassManifest[]): Manifest {
  const server = { name: "weather", version: "1.2.3", instructions: "Ask before you pack." };
  return { manifestVersion: 1, generator: "by hand", server, classes };
}

/** The schema of an object that has these properties and no others. */
export function input(properties: Record<string, object>, required: readonly string[] = []) {
  return { type: "object", properties, required, additionalProperties: false };
}
