import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { tool } from "@plainmcp/core";

/** Files in a bucket. */
export default class Files {
  readonly #client = new S3Client({});

  /**
   * Lists what is in a bucket.
   * @param bucket Its name
   * @param prefix How the keys begin
   */
  @tool
  async list(bucket: string, prefix = ""): Promise<{ key: string; size: number }[]> {
    const { Contents = [] } = await this.#client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
    return Contents.map(({ Key = "", Size = 0 }) => ({ key: Key, size: Size }));
  }
}
