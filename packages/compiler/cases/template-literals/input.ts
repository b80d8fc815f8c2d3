import { tool } from "@plainmcp/core";


type Version = `v${number}`;
type Range = `${"min" | "max"}-${"a" | "b"}`;
type Toggle = `is-${boolean}`;

export class Templates {
  /** Strings of a form. */
  @tool
  all(version: Version, range: Range, toggle: Toggle, id: `user.${string}`, big: `${bigint}n`): void {}

  /** Strings of a case. */
  @tool
  cases(up: Uppercase<string>, down: Lowercase<string>, capital: Capitalize<string>, fixed: Uppercase<"a" | "b">): void {}

  /** Nested. */
  @tool
  nested(path: `/${string}/v${number}`, upper: `X-${Uppercase<string>}`): void {}
}
