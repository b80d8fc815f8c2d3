import { tool } from "@plainmcp/core";

export class Files {
  /** A type whose package the tsconfig leaves out is an error, not anything. */
  @tool
  put(data: Buffer, more: { list: Buffer[] }): void {}
}
