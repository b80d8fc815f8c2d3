import { tool } from "@plainmcp/core";


import type { Gone } from "./gone.js";

interface Box {
  inside: AlsoMissing;
}

export class Unresolved {
  /** Never silently anything. */
  @tool
  one(a: Missing, b: Box, c: Gone): void {}
}
