import type { CreatePageParameters } from "@notionhq/client";
import { tool } from "@plainmcp/core";

export default class NotionCreatePage {
  /** Creates a page. */
  @tool
  take(value: CreatePageParameters): void {
    console.error(value);
  }
}
