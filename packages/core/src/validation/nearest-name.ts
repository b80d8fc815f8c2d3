/** The name that was probably meant by a misspelt one: the one with the fewest letters to change; `undefined` when none is near. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  // Comparing two long names takes time that grows with the product of their lengths.
  if (wrong.length > MAX_LENGTH) return undefined;
  let nearest: string | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const name of names.slice(0, MAX_NAMES)) {
    const changes = countChanges(plain(wrong), plain(name));
    if (changes >= fewest || changes > allowed(Math.max(wrong.length, name.length))) continue;
    nearest = name;
    fewest = changes;
  }
  return nearest;
}

/** Of a name of one or two letters, another one makes another name. */
function allowed(length: number): number {
  return length < 3 ? 0 : Math.max(1, Math.floor(length / 3));
}

const MAX_LENGTH = 64;
const MAX_NAMES = 200;

/** `max_results` and `maxResults` are one name to whoever misremembers it. */
function plain(name: string): string {
  return name.replace(/[-_ ]/g, "").toLowerCase();
}

/** How many letters to insert, remove, replace or exchange with their neighbour. */
function countChanges(one: string, other: string): number {
  if (other.length > MAX_LENGTH) return Number.POSITIVE_INFINITY;
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let changes = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
      );
      const isExchanged =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isExchanged) changes = Math.min(changes, at(beforeLast, column - 2) + 1);
      current.push(changes);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, other.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
