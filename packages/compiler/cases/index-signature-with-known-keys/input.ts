import { tool } from "@plainmcp/core";

interface Headers {
  host: string;
  "content-length"?: string;
  [name: string]: string | undefined;
}

interface Mixed {
  id: number;
  [other: string]: number | boolean;
}

export class Requests {
  /** Known names and others. */
  @tool
  send(headers: Headers, mixed: Mixed): Headers {
    return headers;
  }
}
