/** What a tool takes or gives, in the terms that every candidate can be told in. */
export type Shape =
  | { readonly kind: "string"; readonly minLength?: number; readonly maxLength?: number; readonly format?: "date-time" }
  | { readonly kind: "number"; readonly integer?: boolean; readonly minimum?: number; readonly maximum?: number }
  | { readonly kind: "boolean" }
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "array"; readonly items: Shape }
  | { readonly kind: "nullable"; readonly inner: Shape }
  | { readonly kind: "tagged"; readonly branches: readonly Fields[] }
  | { readonly kind: "object"; readonly fields: Fields; readonly closed?: boolean };

/** Properties; a name that ends in `?` is optional. */
export interface Fields {
  readonly [name: string]: Shape | string;
}

const text: Shape = { kind: "string" };

/** Arguments and result of so many tools: no two the same, all of the same size. */
export function generateShapes(tools: number): readonly Shape[] {
  return Array.from({ length: tools }, (_, n): Shape[] => [input(n), output(n)]).flat();
}

function input(n: number): Shape {
  return {
    kind: "object",
    closed: true,
    fields: {
      [`text${n}`]: { kind: "string", minLength: 1, maxLength: 200 },
      "page?": { kind: "number", integer: true, minimum: 1 },
      "labels?": { kind: "array", items: text },
      sort: {
        kind: "tagged",
        branches: [
          { by: "name", descending: { kind: "boolean" } },
          { by: "distance", latitude: { kind: "number" }, longitude: { kind: "number" } },
        ],
      },
    },
  };
}

function output(n: number): Shape {
  const line: Fields = {
    sku: text,
    amount: { kind: "number", minimum: 0, maximum: 1000 },
    "note?": { kind: "nullable", inner: text },
  };
  return {
    kind: "object",
    fields: {
      [`id${n}`]: text,
      customer: { kind: "object", fields: { name: text, "email?": text, tags: { kind: "array", items: text } } },
      lines: { kind: "array", items: { kind: "object", fields: line } },
      state: { kind: "enum", values: ["open", "paid", "sent", "gone"] },
      placed: { kind: "string", format: "date-time" },
    },
  };
}
