import { tool } from "@plainmcp/core";

interface User {
  id: number;
  name: string;
  mail?: string;
}

export class Users {
  /** The library's types about types. */
  @tool
  edit(
    pick: Pick<User, "id">,
    omit: Omit<User, "id">,
    partial: Partial<User>,
    required: Required<User>,
    patch: Omit<Partial<User>, "id"> & Pick<User, "id">,
  ): Readonly<Pick<User, "name">> {
    return { name: "" };
  }
}
