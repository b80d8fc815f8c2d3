import { missingCapabilities } from "../ask/require-capabilities.js";
import type { ClientInfo } from "../context.js";
import type { ClientCapability } from "../manifest/manifest.js";
import type { Primitives, Tool } from "../primitives/primitive.js";
import { onceForEach } from "./once-for-each.js";

/**
 * Returns the tools that a client can call: the same object for all clients that lack the same capabilities, so that
 * their lists are made only once.
 */
export function withoutUnsupported(
  tools: Primitives["tools"],
  declared: ClientInfo["capabilities"],
): Primitives["tools"] {
  const { required, byMissing } = variantsOf(tools);
  const missing = missingCapabilities(required, declared);
  if (missing.length === 0) return tools;
  const key = missing.join();
  const known = byMissing.get(key);
  if (known !== undefined) return known;
  const supported = new Map(
    [...tools].filter(([, { requires = [] }]) => !requires.some((one) => missing.includes(one))),
  );
  byMissing.set(key, supported);
  return supported;
}

/** The capabilities that tools require, and the tools that are left without some of them. */
interface Variants {
  readonly required: readonly ClientCapability[];
  readonly byMissing: Map<string, ReadonlyMap<string, Tool>>;
}

const variantsOf = onceForEach((tools: Primitives["tools"]): Variants => {
  const required = Array.from(tools.values(), ({ requires = [] }) => requires).flat();
  return { required: [...new Set(required)], byMissing: new Map() };
});
