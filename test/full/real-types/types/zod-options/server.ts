import { tool } from "@plainmcp/core";
import * as z from "zod";

const Id = z.object({ kind: z.literal("id"), id: z.string().brand<"Id">() });

const All = z.object({ kind: z.literal("all") });

const Options = z
  .object({
    limit: z.number().default(10),
    mode: z.enum(["fast", "slow"]).optional(),
    target: z.discriminatedUnion("kind", [Id, All]),
  })
  .readonly();

export default class ZodOptions {
  /** Finds a target. */
  @tool
  take(value: z.input<typeof Options>): void {
    console.error(value);
  }
}
