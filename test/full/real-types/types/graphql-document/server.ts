import { tool } from "@plainmcp/core";
import type { DocumentNode } from "graphql";

export default class GraphqlDocument {
  /** Runs a document. */
  @tool
  take(value: DocumentNode): void {
    console.error(value);
  }
}
