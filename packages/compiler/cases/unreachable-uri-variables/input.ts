import { type Context, resource } from "@plainmcp/core";

export class Notes {
  /** A variable without a parameter. */
  @resource("notes://{folder}/{id}")
  one(id: string): string {
    return id;
  }

  /** A parameter without a variable. */
  @resource("notes://all")
  all(limit: number): string {
    return String(limit);
  }

  /** A variable that would fill what is injected. */
  @resource("notes://{ctx}")
  context(ctx: Context): string {
    return String(ctx);
  }

  /** No template at all. */
  @resource("notes://{")
  broken(): string {
    return "";
  }
}
