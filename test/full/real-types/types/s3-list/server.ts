import type { ListObjectsV2CommandOutput } from "@aws-sdk/client-s3";
import { tool } from "@plainmcp/core";

export default class S3List {
  /** Lists a bucket. */
  @tool
  give(): ListObjectsV2CommandOutput {
    throw new Error("Only compiled.");
  }
}
