const MAX_TITLE = 100;

/**
 * Names the questions of one run. They are the same in the next run if the questions are asked in the same order, or
 * have keys of their own.
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
  // No client can answer under that key: messages with it are refused.
  if (key !== undefined && key !== "__proto__") return key;
  return title.length > MAX_TITLE ? `${title.slice(0, MAX_TITLE)}…` : title;
}
