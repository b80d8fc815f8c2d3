import type { QueryDataSourceParameters } from "@notionhq/client";
import { tool } from "@plainmcp/core";

export default class NotionQuery {
  /** Asks a data source. */
  @tool
  take(value: QueryDataSourceParameters): void {
    console.error(value);
  }
}
