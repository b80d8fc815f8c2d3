/** A value that the schema of this number accepts, and one that it does not: a part deep inside is wrong. */
export function samples(index: number): { readonly valid: unknown; readonly invalid: unknown } {
  const n = Math.floor(index / 2);
  return index % 2 === 0
    ? { valid: input(n, 48.2), invalid: input(n, "48.2") }
    : { valid: output(n, 3), invalid: output(n, -3) };
}

function input(n: number, latitude: unknown): unknown {
  return {
    [`text${n}`]: "coffee",
    page: 2,
    labels: ["hot", "open"],
    sort: { by: "distance", latitude, longitude: 16.37 },
  };
}

function output(n: number, amount: number): unknown {
  return {
    [`id${n}`]: "4711",
    customer: { name: "Ada", email: "ada@example.com", tags: ["new", "paying"] },
    lines: [
      { sku: "A-1", amount: 1, note: null },
      { sku: "A-2", amount: 2, note: "as a gift" },
      { sku: "A-3", amount },
    ],
    state: "paid",
    placed: "2026-01-31T12:00:00Z",
  };
}
