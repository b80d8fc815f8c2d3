import { tool } from "@plainmcp/core";
import type { Filter } from "mongodb";

interface User {
  name: string;
  age: number;
  tags: string[];
  joined: Date;
}

export default class MongoFilter {
  /** Finds users. */
  @tool
  take(value: Filter<User>): void {
    console.error(value);
  }
}
