import type { GetItemCommandOutput } from "@aws-sdk/client-dynamodb";
import { tool } from "@plainmcp/core";

export default class DynamoGet {
  /** Gets an item. */
  @tool
  give(): GetItemCommandOutput {
    throw new Error("Only compiled.");
  }
}
