import type EstreeProgram from "./server.js";

type Value = Parameters<EstreeProgram["take"]>[0];

export const accepts: readonly Value[] = [
  {
    type: "Program",
    sourceType: "module",
    body: [
      {
        type: "ExpressionStatement",
        expression: {
          type: "BinaryExpression",
          operator: "+",
          left: { type: "Literal", value: 1 },
          right: { type: "Identifier", name: "x" },
        },
      },
    ],
  },
];

export const rejects: readonly unknown[] = [
  { type: "Program", sourceType: "module", body: [{ type: "Statement" }] },
  { type: "Programme", sourceType: "module", body: [] },
];
