import { type Context, resource, tool } from "@plainmcp/core";
import { RED_PIXEL } from "./media.js";

const ITEMS = ["1", "2", "3", "10", "100"];

/** Resources of every kind. */
export class Resources {
  #watched = "Nothing has happened yet.";

  /** A text that never changes. */
  @resource("test://static-text", { name: "static-text", cache: { ttlMs: 60_000, scope: "public" } })
  text(): string {
    return "This is the content of the static text resource.";
  }

  /** An image that never changes. */
  @resource("test://static-binary", { name: "static-binary", mimeType: "image/png", size: 70 })
  image(): Uint8Array {
    return RED_PIXEL;
  }

  /** One item of a collection. @param id Which */
  @resource("test://template/{id}/data", { name: "template", list: "items", complete: { id: "idsLike" } })
  item(id: string): { id: string; templateTest: true; data: string } {
    return { id, templateTest: true, data: `Data for ID: ${id}` };
  }

  items(): { id: string; title: string }[] {
    return ITEMS.map((id) => ({ id, title: `Item ${id}` }));
  }

  idsLike(value: string): string[] {
    return ITEMS.filter((id) => id.startsWith(value));
  }

  /** A text that changes. */
  @resource("test://watched-resource", { name: "watched-resource" })
  watched(): string {
    return this.#watched;
  }

  /** Changes the resource test://watched-resource. @param text The new text */
  @tool({ name: "test_change_resource" })
  change(text: string, { server }: Context): void {
    this.#watched = text;
    server.resourceUpdated("test://watched-resource");
  }
}
