import { tool } from "@plainmcp/core";
import type { UpdateFilter } from "mongodb";

interface User {
  name: string;
  age: number;
  tags: string[];
  joined: Date;
}

export default class MongoUpdate {
  /** Changes users. */
  @tool
  take(value: UpdateFilter<User>): void {
    console.error(value);
  }
}
