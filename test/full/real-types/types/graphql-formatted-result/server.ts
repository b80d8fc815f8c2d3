import { tool } from "@plainmcp/core";
import type { FormattedExecutionResult } from "graphql";

export default class GraphqlFormattedResult {
  /** What came of a query, as JSON. */
  @tool
  give(): FormattedExecutionResult {
    throw new Error("Only compiled.");
  }
}
