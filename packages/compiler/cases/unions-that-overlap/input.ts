import { tool } from "@plainmcp/core";

type Target = { id: number } | { name: string; exact?: boolean };
type Shape = { kind: "circle"; radius: number } | { kind: "square"; side: number };
type Mixed = { tag: "a"; x: number } | { tag: "b"; y: number } | { z: string };

type Block = { type?: "text"; text: string } | { type?: "link"; href: string };

export class Overlaps {
  /** Without a tag a property is unknown only if no branch declares it. */
  @tool
  find(target: Target, list?: (Target | string)[]): void {}

  /** With one, each branch has its own. */
  @tool
  draw(shape: Shape): void {}

  /** A tag tells only those apart that have it. */
  @tool
  mix(mixed: Mixed): void {}

  /** It may be left out, and tells them apart all the same. */
  @tool
  show(block: Block): void {}
}
