import type { PutItemCommandInput } from "@aws-sdk/client-dynamodb";
import { tool } from "@plainmcp/core";

export default class DynamoPut {
  /** Puts an item. */
  @tool
  take(value: PutItemCommandInput): void {
    console.error(value);
  }
}
