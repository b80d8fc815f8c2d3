import { resource } from "@plainmcp/core";

/** Templates that cannot be read back from a URI. */
export class Templates {
  /** A prefix. */
  @resource("notes://{short:3}")
  prefix(short: string): string {
    return short;
  }

  /** A list. */
  @resource("notes://all{/rest*}")
  list(rest: string): string {
    return rest;
  }

  /** Nothing between. */
  @resource("notes://{a}{b}")
  adjacent(a: string, b: string): string {
    return a + b;
  }

  /** A query in the middle. */
  @resource("notes://x{?q}/y")
  middle(q: string): string {
    return q;
  }
}
