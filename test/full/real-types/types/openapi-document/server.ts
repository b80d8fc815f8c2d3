import { tool } from "@plainmcp/core";
import type { OpenAPIV3 } from "openapi-types";

export default class OpenapiDocument {
  /** Reads an API description. */
  @tool
  take(value: OpenAPIV3.Document): void {
    console.error(value);
  }
}
