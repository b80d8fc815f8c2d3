import type { PageObjectResponse } from "@notionhq/client";
import { tool } from "@plainmcp/core";

export default class NotionPage {
  /** A page. */
  @tool
  give(): PageObjectResponse {
    throw new Error("Only compiled.");
  }
}
