import { tool } from "@plainmcp/core";

class Branch {
  name = "";
  children: Branch[] = [];
  parent?: Branch;
}

export class Trees {
  /** A class that contains itself. */
  @tool
  grow(branch: Branch): Branch {
    return branch;
  }
}
