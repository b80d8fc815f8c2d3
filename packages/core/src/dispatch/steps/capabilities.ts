import { requireCapabilities } from "../../ask/require-capabilities.js";
import type { ClientCapability } from "../../manifest/manifest.js";
import type { Step } from "../call.js";

/** Refuses clients that lack a required capability, before the method runs. */
export function capabilities(required: readonly ClientCapability[]): Step {
  return (call, next) => {
    requireCapabilities(required, call.invocation.context.client.capabilities);
    return next();
  };
}
