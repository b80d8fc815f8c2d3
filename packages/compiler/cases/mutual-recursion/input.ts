import { tool } from "@plainmcp/core";

interface Folder {
  name: string;
  entries: Entry[];
}

interface File {
  name: string;
  size: number;
  parent?: Folder;
}

type Entry = Folder | File;

export class Disk {
  /** Types that contain each other. */
  @tool
  copy(entry: Entry, into: Folder): Folder {
    return into;
  }
}
