/** The path to the first object that contains itself; `undefined` if there is none. */
export function findCycle(root: unknown): readonly (string | number)[] | undefined {
  const around = new Set<object>();
  const done = new Set<object>();
  const path: (string | number)[] = [];
  return visit(root) ? path : undefined;

  function visit(value: unknown): boolean {
    if (typeof value !== "object" || value === null || done.has(value)) return false;
    if (around.has(value) || path.length > MAX_PATH) return around.has(value);
    around.add(value);
    for (const [key, member] of entriesOf(value)) {
      path.push(key);
      if (visit(member)) return true;
      path.pop();
    }
    around.delete(value);
    done.add(value);
    return false;
  }
}

/** Keeps a very deep value from overflowing the stack. */
const MAX_PATH = 2000;

function entriesOf(value: object): Iterable<readonly [string | number, unknown]> {
  if (value instanceof Map) return [...value.values()].entries();
  if (Array.isArray(value) || value instanceof Set) return [...value].entries();
  return Object.entries(value);
}
