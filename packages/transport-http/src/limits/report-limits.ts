import type { Reporter } from "@plainmcp/core/internal/engine";
import { type BudgetOptions, optionError } from "@plainmcp/core/internal/engine";

/** Reports what clients are refused for lack of room. */
export function reportLimits(refusal: Reporter["refusal"]): NonNullable<BudgetOptions["onRefused"]> {
  return ({ refused: { limit, max, unit } }) =>
    refusal(
      optionError(
        `limits.${limit}`,
        (name) => `Refused a client, because the server has room for ${max} ${unit}. ${name} sets this limit.`,
        Error,
      ),
    );
}

/** Reports a client that is disconnected because it reads too slowly. */
export function reportSlowReader(max: number, refusal: Reporter["refusal"]): () => void {
  return () =>
    refusal(
      optionError(
        "limits.maxQueueSize",
        (name) => `Disconnected a client, because it did not read ${max} bytes of a response. ${name} sets this limit.`,
        Error,
      ),
    );
}
