import { requireCapabilities } from "../../ask/require-capabilities.js";
import type { ClientCapability } from "../../manifest/manifest.js";
import type { Check } from "../call.js";

/** Refuses clients that lack a required capability, before the method runs. */
export function capabilities(required: readonly ClientCapability[]): Check {
  return ({ invocation }) => requireCapabilities(required, invocation.context.client.capabilities);
}
