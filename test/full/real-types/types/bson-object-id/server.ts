import { tool } from "@plainmcp/core";
import type { ObjectId } from "bson";

export default class BsonObjectId {
  /** A document with its id. */
  @tool
  give(): { _id: ObjectId; name: string } {
    throw new Error("Only compiled.");
  }
}
