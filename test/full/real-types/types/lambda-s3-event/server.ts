import { tool } from "@plainmcp/core";
import type { S3Event } from "aws-lambda";

export default class LambdaS3Event {
  /** Handles an event. */
  @tool
  take(value: S3Event): void {
    console.error(value);
  }
}
