import type { Schema } from "../schema.js";
import { mapKeyword } from "../subschema-keywords.js";
import { jsonBytes, keyBytes } from "./schema-bytes.js";
import { isAnnotation, SchemaGraph, type SchemaNode } from "./schema-graph.js";

/** The schema with repeated parts moved to `$defs` wherever that makes it shorter. */
export function hoistRepeats({ $defs = {}, ...root }: Schema): Schema {
  const graph = new SchemaGraph();
  const definitions = new Map<SchemaNode, string>();
  const start = graph.nodeOf(root, "Type");
  const given = Object.entries($defs as { readonly [name: string]: Schema });
  for (const [name, schema] of given) {
    const node = graph.nodeOf(schema, name);
    if (node !== start && !definitions.has(node)) definitions.set(node, name);
  }
  const roots = [start, ...given.map(([name, schema]) => graph.nodeOf(schema, name))];
  const order = parentsFirst(roots);
  const names = new Map([...chooseDefinitions(roots, order, definitions), ...definitions]);
  const render = renderer(names);
  const hoisted = order.filter((node) => names.has(node) && !definitions.has(node));
  const all = [
    ...given.map(([name, schema]) => [name, render(graph.nodeOf(schema, name))] as const),
    ...hoisted.map((node) => [names.get(node) as string, render(node)] as const),
  ];
  return { ...render(start), ...(all.length > 0 && { $defs: Object.fromEntries(all) }) };
}

/** Every node, parents before their parts. */
function parentsFirst(roots: readonly SchemaNode[]): readonly SchemaNode[] {
  const seen = new Set<SchemaNode>();
  const order: SchemaNode[] = [];
  const visit = (node: SchemaNode): void => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const part of partsOf(node).toReversed()) visit(part);
    order.push(node);
  };
  for (const root of roots.toReversed()) visit(root);
  return order.reverse();
}

/**
 * A node with a core consists of the core and its annotations. Whether it becomes a reference is decided for the core.
 */
function partsOf({ core, children }: SchemaNode): readonly SchemaNode[] {
  return core ? [core] : children;
}

type Names = ReadonlyMap<SchemaNode, string>;

/**
 * The nodes that become definitions, with their names. It starts with all that occur twice, and drops those that save
 * nothing until each of the rest saves something, since each drop changes what the others save.
 */
function chooseDefinitions(roots: readonly SchemaNode[], order: readonly SchemaNode[], given: Names): Names {
  let chosen = repeated(roots, order, given);
  for (;;) {
    const names = nameAll(chosen, given);
    const counts = countUses(roots, order, new Map([...names, ...given]));
    const bytes = measure(order, new Map([...names, ...given]));
    const saving = chosen.filter((node) => {
      const [uses, size, name] = [counts.get(node) ?? 0, bytes.get(node) ?? 0, names.get(node) ?? ""];
      return uses * (size - referenceBytes(name)) > size + keyBytes(name) + 1;
    });
    if (saving.length === chosen.length) return names;
    chosen = saving;
  }
}

function repeated(roots: readonly SchemaNode[], order: readonly SchemaNode[], given: Names): SchemaNode[] {
  const met = new Set(roots);
  const again = new Set<SchemaNode>();
  for (const part of order.flatMap(partsOf)) (met.has(part) ? again : met).add(part);
  return order.filter((node) => again.has(node) && isWorthAName(node) && !given.has(node));
}

/** A short string is easier to read in place. */
function isWorthAName({ children, ownBytes }: SchemaNode): boolean {
  return children.length > 0 || ownBytes > SHORT;
}

const SHORT = 120;

function nameAll(nodes: readonly SchemaNode[], given: Names): Names {
  const taken = new Set(given.values());
  return new Map(
    nodes.map((node) => {
      let name = node.name;
      for (let n = 2; taken.has(name); n++) name = `${node.name}${n}`;
      taken.add(name);
      return [node, name];
    }),
  );
}

/** How often each node occurs once these are definitions. */
function countUses(roots: readonly SchemaNode[], order: readonly SchemaNode[], names: Names): Map<SchemaNode, number> {
  const counts = new Map<SchemaNode, number>();
  const add = (node: SchemaNode, times: number) => counts.set(node, (counts.get(node) ?? 0) + times);
  for (const root of new Set(roots)) if (!names.has(root)) add(root, 1);
  for (const node of order) {
    const times = names.has(node) ? 1 : (counts.get(node) ?? 0);
    for (const part of partsOf(node)) add(part, times);
  }
  return counts;
}

/** The bytes of each node once these are definitions. */
function measure(order: readonly SchemaNode[], names: Names): Map<SchemaNode, number> {
  const bytes = new Map<SchemaNode, number>();
  const placeBytes = (node: SchemaNode) => {
    const name = names.get(node);
    return name === undefined ? (bytes.get(node) ?? 0) : referenceBytes(name);
  };
  for (const node of order.toReversed()) {
    const { core, children, ownBytes } = node;
    if (!core)
      bytes.set(
        node,
        children.reduce((sum, child) => sum + placeBytes(child), ownBytes),
      );
    // Their two brackets merge into one comma.
    else bytes.set(node, annotationBytes(node) + placeBytes(core) - 1);
  }
  return bytes;
}

function annotationBytes({ schema }: SchemaNode): number {
  const annotations = Object.entries(schema).filter(([keyword]) => isAnnotation(keyword));
  return jsonBytes(Object.fromEntries(annotations));
}

function referenceBytes(name: string): number {
  return jsonBytes({ $ref: reference(name) });
}

function reference(name: string): string {
  return `#/$defs/${name}`;
}

/** Turns nodes back into schemas, with references to the definitions. */
function renderer(names: Names): (node: SchemaNode) => Schema {
  const known = new Map<SchemaNode, Schema>();
  return render;

  function render(node: SchemaNode): Schema {
    const schema = known.get(node) ?? write(node);
    known.set(node, schema);
    return schema;
  }

  function write({ schema, core }: SchemaNode): Schema {
    const name = core && names.get(core);
    const entries = Object.entries(schema).filter(([keyword]) => name === undefined || isAnnotation(keyword));
    const written = entries.map(([keyword, value]) => [
      keyword,
      mapKeyword(keyword, value, (one) => place(one as SchemaNode)),
    ]);
    return { ...(name !== undefined && { $ref: reference(name) }), ...Object.fromEntries(written) };
  }

  function place(node: SchemaNode): Schema {
    const name = names.get(node);
    return name === undefined ? render(node) : { $ref: reference(name) };
  }
}
