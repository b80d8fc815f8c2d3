import { tool } from "@plainmcp/core";

interface Part {
  name: string;
  made?: Date;
}

interface Attachment extends Part {
  body: Uint8Array;
}

interface Link extends Part {
  to: URL;
}

export class Parts {
  /** The branch that declares most of the value counts, in whatever order they are written. */
  @tool
  send(part: Part | Attachment | Link, other?: Link | Attachment | Part): (Part | Attachment)[] {
    return [];
  }
}
