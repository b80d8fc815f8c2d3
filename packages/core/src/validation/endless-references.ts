import type { InPlaceEdge } from "./schema-compiler.js";
import { InvalidSchemaError } from "./schema-errors.js";

/**
 * Refuses schemas that refer to themselves for the same value, such as `{ "$ref": "#" }`: validation would never end.
 *
 * @throws InvalidSchemaError
 */
export function refuseEndlessReferences(edges: ReadonlyMap<object, readonly InPlaceEdge[]>): void {
  const done = new Set<object>();
  const open = new Set<object>();
  for (const schema of edges.keys()) visit(schema);

  function visit(schema: object): void {
    if (done.has(schema)) return;
    open.add(schema);
    for (const edge of edges.get(schema) ?? []) {
      if (open.has(edge.schema)) throw new InvalidSchemaError(edge.place.pointer, "it refers to itself endlessly");
      visit(edge.schema);
    }
    open.delete(schema);
    done.add(schema);
  }
}
