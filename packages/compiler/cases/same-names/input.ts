import { tool } from "@plainmcp/core";
import type { User as Remote } from "./remote.js";

interface User {
  name: string;
}

namespace Inner {
  export interface User {
    age: number;
  }
}

export class Users {
  /** Three types of one name. */
  @tool
  merge(local: User, remote: Remote, inner: Inner.User): (User | Remote)[] {
    return [];
  }
}
