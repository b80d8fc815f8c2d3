/** A name and the wildcards that match it: `a.b.c`, `*.b.c` and `*.c`. */
export function wildcardsOf(name: string): readonly string[] {
  const labels = name.split(".");
  return [name, ...labels.slice(1).map((_, index) => `*.${labels.slice(index + 1).join(".")}`)];
}
