// The tools that every subject of the benchmark has, `TOOLS` of them, as `tools/list` shows them.

const NUMBER = { type: "number" };

export const TOOLS = Array.from({ length: Number(process.env.TOOLS ?? 1) }, (_, n) => ({
  name: `add${n}`,
  description: `Adds two numbers, in way ${n}.`,
  inputSchema: {
    type: "object",
    properties: {
      a: { ...NUMBER, description: "The first number" },
      b: { ...NUMBER, description: "The second number" },
    },
    required: ["a", "b"],
    additionalProperties: false,
  },
  outputSchema: { type: "object", properties: { sum: NUMBER }, required: ["sum"] },
}));

/** What is wrong with a tool's arguments. */
export function problemOf(args) {
  if (typeof args !== "object" || args === null) return "The arguments must be an object";
  if (!Number.isFinite(args.a)) return "a must be a number";
  if (!Number.isFinite(args.b)) return "b must be a number";
  for (const name of Object.keys(args)) if (name !== "a" && name !== "b") return `${name} is not an argument`;
}

/** What a tool does. */
export function add({ a, b }) {
  return { sum: a + b };
}
