import { ToolError } from "@plainmcp/core";

/** A person, a place, a project or anything else that is remembered. */
export interface Entity {
  /** Identifies it. @minLength 1 */
  name: string;
  /** What it is, such as "person" @minLength 1 */
  type: string;
  /** Facts about it, one each. */
  observations: string[];
}

/** How one entity relates to another. */
export interface Relation {
  /** Name of an entity. */
  from: string;
  /** Name of an entity. */
  to: string;
  /** In the active voice, such as "works for" @minLength 1 */
  type: string;
}

/** Observations about one entity. */
export interface Observations {
  /** Name of the entity. */
  entity: string;
  /** Facts, one each. @minItems 1 */
  contents: string[];
}

/** A graph, or a part of one. */
export interface Graph {
  entities: Entity[];
  relations: Relation[];
}

/** One change of a graph. */
export type Change =
  | { readonly createEntities: readonly Entity[] }
  | { readonly createRelations: readonly Relation[] }
  | { readonly addObservations: readonly Observations[] }
  | { readonly deleteEntities: readonly string[] }
  | { readonly deleteRelations: readonly Relation[] }
  | { readonly deleteObservations: readonly Observations[] };

/**
 * Applies a change to a graph, all of it or nothing. What is there already, or has gone already, changes nothing.
 *
 * @returns how many entities, relations or observations it has created or deleted
 * @throws ToolError when the change needs an entity that does not exist
 */
export function applyChange(graph: Graph, change: Change): number {
  if ("createEntities" in change) return add(graph.entities, change.createEntities, (a, b) => a.name === b.name);
  if ("createRelations" in change) {
    for (const { from, to } of change.createRelations) requireEntities(graph, [from, to]);
    return add(graph.relations, change.createRelations, isSameRelation);
  }
  if ("addObservations" in change) {
    const of = requireEntities(graph, names(change.addObservations));
    return sum(change.addObservations, ({ entity, contents }) => add(of(entity), contents, Object.is));
  }
  if ("deleteEntities" in change) {
    const gone = new Set(change.deleteEntities);
    remove(graph.relations, ({ from, to }) => gone.has(from) || gone.has(to));
    return remove(graph.entities, ({ name }) => gone.has(name));
  }
  if ("deleteRelations" in change) {
    return remove(graph.relations, (one) => change.deleteRelations.some((other) => isSameRelation(one, other)));
  }
  const of = requireEntities(graph, names(change.deleteObservations));
  return sum(change.deleteObservations, ({ entity, contents }) => remove(of(entity), (one) => contents.includes(one)));
}

/** The part of a graph with these entities, and all relations from or to them. */
export function partOf({ entities, relations }: Graph, isIn: (entity: Entity) => boolean): Graph {
  const found = entities.filter(isIn);
  const named = new Set(found.map(({ name }) => name));
  return { entities: found, relations: relations.filter(({ from, to }) => named.has(from) || named.has(to)) };
}

function names(all: readonly Observations[]): string[] {
  return all.map(({ entity }) => entity);
}

/** Returns a function that gives the observations of these entities. */
function requireEntities({ entities }: Graph, wanted: readonly string[]): (name: string) => string[] {
  const known = new Map(entities.map(({ name, observations }) => [name, observations]));
  for (const name of wanted) {
    if (!known.has(name)) throw new ToolError(`There is no entity "${name}". Create it first, or search for its name.`);
  }
  return (name) => known.get(name) ?? [];
}

function isSameRelation(a: Relation, b: Relation): boolean {
  return a.from === b.from && a.to === b.to && a.type === b.type;
}

function add<T>(list: T[], values: readonly T[], isSame: (a: T, b: T) => boolean): number {
  const before = list.length;
  for (const value of values) if (!list.some((known) => isSame(known, value))) list.push(structuredClone(value));
  return list.length - before;
}

function remove<T>(list: T[], isGone: (value: T) => boolean): number {
  const kept = list.filter((value) => !isGone(value));
  return list.splice(0, list.length, ...kept).length - kept.length;
}

function sum<T>(values: readonly T[], count: (value: T) => number): number {
  return values.reduce((total, value) => total + count(value), 0);
}
