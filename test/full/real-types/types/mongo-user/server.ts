import { tool } from "@plainmcp/core";
import type { WithId } from "mongodb";

interface User {
  name: string;
  age: number;
  tags: string[];
  joined: Date;
}

export default class MongoUser {
  /** A user. */
  @tool
  give(): WithId<User> {
    throw new Error("Only compiled.");
  }
}
