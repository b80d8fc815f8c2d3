import type { EnvVariableManifest } from "../manifest/manifest.js";
import { checkVariables } from "./check-variables.js";
import { type Environment, lookUp, processEnvironment } from "./environment.js";
import { EnvironmentError } from "./environment-error.js";

/** What a class says about one environment variable. */
export interface EnvVariable {
  /** Says to the operator what the value is for. */
  readonly description: string;
  /** Whether the value must not be shown, such as a key. @default false */
  readonly secret?: boolean;
  /** Whether the class runs without it. Then its value may be `undefined`. @default false */
  readonly optional?: boolean;
  /** The value if the variable is not set. A secret cannot have one. @default none: the variable is required */
  readonly default?: string;
  /** The only values that it may have. @default any */
  readonly enum?: readonly string[];
  /** A format of JSON Schema that the value must have, such as `"uri"`. @default any text */
  readonly format?: EnvVariableManifest["format"];
}

/** The values of declared variables, by name. */
export type EnvValues<Variables extends Readonly<Record<string, EnvVariable>>> = {
  readonly [Name in keyof Variables]: TextOf<Variables[Name]> | AbsentOf<Variables[Name]>;
};

type TextOf<Variable extends EnvVariable> = Variable extends { readonly enum: readonly (infer Text)[] } ? Text : string;

type AbsentOf<Variable extends EnvVariable> = Variable extends { readonly default: string }
  ? never
  : Variable extends { readonly optional: true }
    ? undefined
    : never;

/**
 * Declares the environment variables that a class needs, and gives typed access to their values. Write it as the static
 * field `env` of the class, with constants only: the manifest lists the variables, and a server does not start without
 * those that are required. An empty variable counts as one that is not set.
 *
 * Each value is read when you use it: in a field, in `init`, or in a method. On platforms where the environment comes
 * with the request, such as Workers, it can be read from `init` on.
 *
 * @throws EnvironmentError when a value is used and the environment lacks variables, or has wrong values
 * @example
 * ```ts
 * class Search {
 *   static readonly env = env({
 *     SEARCH_KEY: { description: "Key of the search API", secret: true },
 *     REGION: { description: "Where to search", enum: ["eu", "us"], default: "eu" },
 *   });
 *   readonly #region = Search.env.REGION; // "eu" | "us"
 * }
 * ```
 */
export function env<const Variables extends Readonly<Record<string, EnvVariable>>>(
  variables: Variables,
): EnvValues<Variables> {
  const declared = Object.entries(variables).map(([name, variable]) => ({ name, ...variable }) as EnvVariableManifest);
  const state: Source = { platform: undefined };
  const values = Object.defineProperty({}, SOURCE, { value: state });
  for (const variable of declared) {
    const { name, secret } = variable;
    // Not enumerable if secret, so that it does not get into what an object with all values is written to.
    Object.defineProperty(values, name, { enumerable: !secret, get: () => read(variable, declared, state) });
  }
  return values as EnvValues<Variables>;
}

/** Gives the declarations of a class and of its bases the environment that came with a request. */
export function provideEnvironment(target: object, platform: Environment): void {
  for (let one: object | null = target; one !== null; one = Object.getPrototypeOf(one) as object | null) {
    const values: unknown = Object.hasOwn(one, "env") ? Reflect.get(one, "env") : undefined;
    if (typeof values !== "object" || values === null || !(SOURCE in values)) continue;
    (values as { readonly [SOURCE]: Source })[SOURCE].platform = platform;
  }
}

/** All copies of this package share it. */
const SOURCE: unique symbol = Symbol.for("plainmcp.env");

interface Source {
  /** The environment that came with a request. */
  platform: Environment | undefined;
}

function read(
  variable: EnvVariableManifest,
  declared: readonly EnvVariableManifest[],
  { platform }: Source,
): string | undefined {
  const { name } = variable;
  const text = lookUp(name, platform) ?? variable.default;
  if (checkVariables([variable], platform).length === 0) return text;
  if (platform === undefined && comesWithRequests()) {
    throw new EnvironmentError([
      `${name} is not known yet: on this platform, the environment comes with the first request. Read it in init() or in a method.`,
    ]);
  }
  throw new EnvironmentError(checkVariables(declared, platform));
}

/** Whether this platform passes the environment to each request. */
function comesWithRequests(): boolean {
  const { navigator } = globalThis as { readonly navigator?: { readonly userAgent?: string } };
  return processEnvironment() === undefined || navigator?.userAgent === "Cloudflare-Workers";
}
