import type { estypes } from "@elastic/elasticsearch";
import { tool } from "@plainmcp/core";

export default class ElasticQuery {
  /** Searches. */
  @tool
  take(value: estypes.QueryDslQueryContainer): void {
    console.error(value);
  }
}
