import { tool } from "@plainmcp/core";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export class Store {
  /** Any JSON value. */
  @tool
  put(value: Json): Json {
    return value;
  }
}
