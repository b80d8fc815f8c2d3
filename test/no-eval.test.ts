import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { JsonSchema } from "@plainmcp/core";
import { expect, it } from "vitest";
import { manifestOf, methodOf } from "./support/manifest-by-hand.js";
import { modernPost } from "./support/post.js";
import { ROOT } from "./support/serve.js";

it("validates where the runtime forbids eval, as Workers do", async () => {
  const answer = await answerTo({ type: "object", properties: { city: { type: "string", minLength: 2 } } });
  expect(answer).toContain("arguments.city: expected at least 2 characters, got 1");
});

it("says at start which keyword would need eval", async () => {
  const answer = await answerTo({ type: "object", unevaluatedProperties: false });
  expect(answer).toContain('tool "find" cannot be served');
  expect(answer).toMatch(/"\/unevaluatedProperties".* needs eval, which this runtime forbids/);
});

/** What a server without eval answers to a call with a city of one letter, or why it does not start. */
async function answerTo(inputSchema: JsonSchema): Promise<string> {
  const args = ["--disallow-code-generation-from-strings", "--input-type=module", "--eval", SCRIPT];
  const find = { ...methodOf("find"), parameters: [{ name: "city" }], inputSchema };
  const env = {
    ...process.env,
    MANIFEST: JSON.stringify(manifestOf({ class: "Finder", tools: [find] })),
    POST: JSON.stringify(modernPost(1, "tools/call", { name: "find", arguments: { city: "X" } })),
  };
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: join(ROOT, "test"), env });
  return stdout;
}

const SCRIPT = `
  import { defineServer, tool } from "@plainmcp/core";
  import { createHttpHandler } from "@plainmcp/transport-http";

  class Finder {
    find(city) {
      return city;
    }
  }
  tool(Finder.prototype, "find", Object.getOwnPropertyDescriptor(Finder.prototype, "find"));
  const manifest = JSON.parse(process.env.MANIFEST);
  const request = new Request("http://localhost/mcp", JSON.parse(process.env.POST));
  try {
    const handler = createHttpHandler(defineServer(Finder, { manifest }));
    console.log(await (await handler.fetch(request)).text());
  } catch (error) {
    console.log(String(error));
  }
`;
