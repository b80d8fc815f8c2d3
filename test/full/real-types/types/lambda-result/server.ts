import { tool } from "@plainmcp/core";
import type { APIGatewayProxyResult } from "aws-lambda";

export default class LambdaResult {
  /** Answers a request. */
  @tool
  give(): APIGatewayProxyResult {
    throw new Error("Only compiled.");
  }
}
