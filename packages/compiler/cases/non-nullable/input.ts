import { tool } from "@plainmcp/core";

interface Row {
  id?: number | null;
  label: string | null;
}

export class Rows {
  /** Without null and undefined. */
  @tool
  save(id: NonNullable<Row["id"]>, row: { [K in keyof Row]-?: NonNullable<Row[K]> }): NonNullable<string | undefined> {
    return "";
  }
}
