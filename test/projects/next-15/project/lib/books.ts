import { tool } from "@plainmcp/core";
import { SHELVES } from "@/lib/shelves";

/** A library. */
export class Books {
  /** Where a book stands. @param title Its title @param part What to look at first */
  @tool
  find(title: string, part?: { shelf: number }): string {
    const [shelf] = SHELVES.slice(part?.shelf ?? 0);
    return `${title}: ${shelf}, ${process.env.FLOOR ?? "ground floor"}`;
  }
}
