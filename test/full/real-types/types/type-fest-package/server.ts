import { tool } from "@plainmcp/core";
import type { PackageJson } from "type-fest";

export default class TypeFestPackage {
  /** Reads a package.json. */
  @tool
  take(value: PackageJson): void {
    console.error(value);
  }
}
