import { tool } from "@plainmcp/core";
import shape from "./shape.json" with { type: "json" };

const PORT = { type: "integer", minimum: 1, maximum: 65535 } as const;

export class Given {
  /** What no type can say: one of the two, and not both. */
  @tool({
    inputSchema: {
      type: "object",
      properties: { name: { type: "string" }, id: { type: "integer" }, port: PORT },
      dependentRequired: { port: ["name"] },
      oneOf: [{ required: ["name"] }, { required: ["id"] }],
      unevaluatedProperties: false,
    },
    outputSchema: { type: "array", items: { type: "string" }, minItems: 1 },
  })
  find(name?: string, id?: number, port?: number): string[] {
    return [];
  }

  /** From a file, for a type that has no schema of its own. */
  @tool({ inputSchema: shape })
  draw(callback: (this: unknown) => void): { ok: boolean } {
    return { ok: true };
  }

  /** The whole object of arguments. */
  @tool({ inputSchema: { type: "object", minProperties: 1 }, outputSchema: { type: "object", required: ["ok"] } })
  any({ ...all }: Record<string, unknown>): { ok: boolean } {
    return { ok: true };
  }
}
