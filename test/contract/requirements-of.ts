import type { Cell, Group, Requirement } from "./contract.js";
import { GROUPS } from "./groups.js";
import { SKIPS } from "./skips.js";
import type { WayName } from "./ways.js";

type Named<T> = readonly [name: string, T];

/** The requirements that apply to a way and a cell, by the titles of their groups. */
export function requirementsOf(way: WayName, cell: Cell): readonly Named<readonly Named<Requirement<never>>[]>[] {
  const groups = GROUPS.filter(({ only }) => only === undefined || only.ways.includes(way));
  const found = groups.map((group) => [group.title, applying(group, way, cell)] as const);
  return found.filter(([, requirements]) => requirements.length > 0);
}

function applying(group: Group<never>, way: WayName, { revision }: Cell): readonly Named<Requirement<never>>[] {
  return Object.entries(group.requirements).filter(
    ([name, { revisions = group.revisions }]) => revisions.includes(revision) && !isSkipped(name, way, revision),
  );
}

function isSkipped(name: string, way: WayName, revision: string): boolean {
  return SKIPS.some(
    ({ ways, requirements, revisions }) =>
      ways.includes(way) && requirements.includes(name) && (revisions?.includes(revision) ?? true),
  );
}
