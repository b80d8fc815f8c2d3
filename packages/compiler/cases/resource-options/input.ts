import { resource } from "@plainmcp/core";

interface Note {
  id: number;
  kind: "a" | "b";
  title?: string;
  name: string;
  size: number;
  changed: Date;
}

abstract class Store {
  protected async *watchNote(uri: string, signal: AbortSignal): AsyncGenerator<void> {
    while (!signal.aborted) yield;
    void uri;
  }
}

export class ResourceOptions extends Store {
  /** All options of a fixed one. */
  @resource("notes://all", { size: 120, cache: { ttlMs: 60_000, scope: "public" }, watch: "watchNote", mimeType: "text/plain" })
  all(): string {
    return "";
  }

  /** All options of a template. */
  @resource("notes://{kind}/{id}", {
    list: "notes",
    watch: "watchAll",
    cache: { ttlMs: 0 },
    complete: { id: "ids", kind: "kinds" },
  })
  note(kind: "a" | "b", id: string): string {
    return kind + id;
  }

  private notes(): Promise<Note[]> {
    return Promise.resolve([]);
  }

  watchAll(): AsyncIterable<number> {
    throw new Error();
  }

  async *ids(value: string, { kind = "a" }: { kind?: string }): AsyncGenerator<string> {
    yield value + kind;
  }

  kinds = (): readonly ("a" | "b")[] => ["a", "b"];

  /** Listed by a generator. */
  @resource("days://{day}", { list: "days" })
  day(day: string): string {
    return day;
  }

  *days(limit = 10) {
    yield { day: new Date(limit) };
  }
}
