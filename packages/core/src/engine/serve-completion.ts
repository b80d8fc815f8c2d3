import type { Server } from "@modelcontextprotocol/server";
import { type CompleteParams, complete } from "../completion/complete.js";
import type { Registry } from "../registry/registry.js";
import { paramsSchema } from "./params-schema.js";
import { withProtocolErrors } from "./with-protocol-errors.js";

const TEXT = { type: "string" };
const PARAMS = paramsSchema<CompleteParams>(
  {
    ref: {
      type: "object",
      properties: { type: { enum: ["ref/prompt", "ref/resource"] }, name: TEXT, uri: TEXT },
      required: ["type"],
    },
    argument: { type: "object", properties: { name: TEXT, value: TEXT }, required: ["name", "value"] },
    context: { type: "object", properties: { arguments: { type: "object", additionalProperties: TEXT } } },
  },
  ["ref", "argument"],
);

/** Has the server answer `completion/complete`. */
export function serveCompletion(server: Server, registry: Registry): void {
  server.setRequestHandler("completion/complete", { params: PARAMS }, (params) =>
    withProtocolErrors(registry, async () => ({ completion: await complete(registry, params) })),
  );
}
