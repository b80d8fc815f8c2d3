import type { PutObjectCommandInput } from "@aws-sdk/client-s3";
import { tool } from "@plainmcp/core";

export default class S3Put {
  /** Puts an object. Its body may be a stream. */
  @tool
  take(value: PutObjectCommandInput): void {
    console.error(value);
  }
}
