import { tool } from "@plainmcp/core";
import * as z from "zod";

const Category = z.object({
  name: z.string(),
  get children() {
    return z.array(Category);
  },
});

export default class ZodCategory {
  /** Adds a category. */
  @tool
  take(value: z.infer<typeof Category>): void {
    console.error(value);
  }
}
