/** A value that something else was put into, and what it is called. */
export type Variant = readonly [name: string, value: unknown];

/** Values of every type, wherever something else is expected. */
const WRONG: readonly unknown[] = [null, 7, -0.5, "x", "", true, [], ["x"], {}, { a: { b: null } }];

/** The variants of a value: each member left out, of each wrong type, and one too many, to a depth. */
export function variantsOf(value: unknown, depth: number, path = ""): readonly Variant[] {
  const wrong = WRONG.map((replaced): Variant => [`${path} = ${JSON.stringify(replaced)}`, replaced]);
  if (typeof value !== "object" || value === null || Array.isArray(value) || depth < 0) return wrong;
  const members = Object.entries(value).flatMap(([key, member]): Variant[] => {
    const { [key]: _left, ...rest } = value as Record<string, unknown>;
    const inner = variantsOf(member, depth - 1, `${path}/${key}`);
    return [
      [`without ${path}/${key}`, rest],
      ...inner.map(([name, changed]): Variant => [name, { ...value, [key]: changed }]),
    ];
  });
  return [...wrong, ...members, [`${path}/extra`, { ...value, extra: { a: 1 } }]];
}
