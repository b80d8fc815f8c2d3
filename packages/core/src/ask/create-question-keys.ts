const MAX_TITLE = 100;

/**
 * Returns a function that names the questions of one run. The next run gets the same names if it asks in the same
 * order, or if the questions have keys of their own.
 */
export function createQuestionKeys(): (title: string, key?: string) => string {
  const counts = new Map<string, number>();
  return (title, key) => {
    const name = nameOf(title, key);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  };
}

function nameOf(title: string, key: string | undefined): string {
  // Messages with this key are refused, so no client could answer it.
  if (key !== undefined && key !== "__proto__") return key;
  return title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE)}…` : title;
}
