import { type Context, resource } from "@plainmcp/core";

enum Format {
  Short = "short",
  Long = "long",
}

export class Resources {
  /** A fixed URI. */
  @resource("notes://all", { mimeType: "application/json" })
  all(ctx: Context): string[] {
    return [];
  }

  /**
   * Variables of every kind.
   * @param id Number of the note
   */
  @resource("notes://{id}/{+path}{?format,limit,deep}{#part}", { name: "note", title: "A note", annotations: { priority: 1 } })
  one(id: number, path: string, format: Format = Format.Short, limit?: number, deep?: boolean, part?: "top" | "end"): string {
    return "";
  }

  /** In another order. */
  @resource("notes://{year}/{month}")
  month(month: `${number}`, year: string, signal?: AbortSignal): Uint8Array {
    return null!;
  }

  /** Segments. */
  @resource("notes://{first}{/second,third}")
  segments(first: string, second: string, third: string): string {
    return "";
  }
}
