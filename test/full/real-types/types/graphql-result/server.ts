import { tool } from "@plainmcp/core";
import type { ExecutionResult } from "graphql";

export default class GraphqlResult {
  /** What came of a query. */
  @tool
  give(): ExecutionResult {
    throw new Error("Only compiled.");
  }
}
