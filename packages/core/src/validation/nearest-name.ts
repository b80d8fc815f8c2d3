/** Finds the name that a misspelt one probably meant: the one with the fewest changes; `undefined` if none is near. */
export function nearestName(wrong: string, names: readonly string[]): string | undefined {
  // The time to compare two names is proportional to the product of their lengths.
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

/** The number of changes allowed. Very short names allow none, because a change makes another name. */
function allowed(length: number): number {
  return length < 3 ? 0 : Math.max(1, Math.floor(length / 3));
}

const MAX_LENGTH = 64;
const MAX_NAMES = 200;

/** Normalizes a name, because people confuse spellings such as `max_results` and `maxResults`. */
function plain(name: string): string {
  return name.replace(/[-_ ]/g, "").toLowerCase();
}

/** Counts the letters to insert, remove, replace or swap with their neighbour. */
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
