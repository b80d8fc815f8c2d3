import { tool } from "@plainmcp/core";
import * as z from "zod";

const Json = z.json();

export default class ZodJson {
  /** Keeps a value. */
  @tool
  take(value: z.infer<typeof Json>): void {
    console.error(value);
  }
}
