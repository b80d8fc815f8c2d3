import type { McpServerFactory } from "@modelcontextprotocol/server";
import type { Reporter } from "./reporter.js";

/** A factory, and what is to hear the errors of the SDK that is given this factory. */
export interface SortedSdkErrors {
  readonly factory: McpServerFactory;
  readonly onError: (error: Error) => void;
}

/** Tells failures of the factory from what clients do wrong, which the SDK reports in one way. */
export function sortSdkErrors(
  factory: McpServerFactory,
  { report, violation }: Pick<Reporter, "report" | "violation">,
): SortedSdkErrors {
  const failures = new WeakSet<Error>();
  return {
    factory: async (request) => {
      try {
        return await factory(request);
      } catch (error) {
        if (error instanceof Error) failures.add(error);
        throw error;
      }
    },
    onError: (error) => (failures.has(error) ? report(error) : violation(error.message)),
  };
}
