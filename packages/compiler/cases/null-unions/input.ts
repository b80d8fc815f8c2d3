import { tool } from "@plainmcp/core";

interface Profile {
  nickname: string | null;
  friend: Profile | null;
}

export class Profiles {
  /** Nothing is a value of its own. */
  @tool
  update(name: string | null, age?: number | null, profile: Profile | null = null): Profile | null {
    return profile;
  }
}
