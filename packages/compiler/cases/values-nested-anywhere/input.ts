import { tool } from "@plainmcp/core";

interface Entry {
  at: Date;
  links: ReadonlySet<URL>;
  sizes: { [name: string]: bigint };
  parts: [Uint8Array, Date?];
}

export class Journal {
  /** Writes entries. */
  @tool
  write(entries: Map<string, Entry[]>, latest: Entry | null): Entry | undefined {
    return undefined;
  }
}
