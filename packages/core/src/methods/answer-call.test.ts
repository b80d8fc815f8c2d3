import { expect, it } from "vitest";
import type { Context } from "../context.js";
import { tool } from "../decorators/tool.js";
import { serveDirectly } from "../engine/serve-directly.fixture.js";
import { input, manifestOf } from "../weather.fixture.js";

interface Search {
  readonly filter: { limit?: number };
}

class Searching {
  @tool
  async search(search: Search, ctx: Context): Promise<string> {
    search.filter.limit ??= 10;
    const schema = input({ sure: { type: "boolean" } });
    const answer = await ctx.elicit("Sure?", { schema });
    return `${answer.action} ${search.filter.limit}`;
  }
}

const manifest = manifestOf({
  ...{ class: "Searching", file: "src/searching.ts", resources: [], prompts: [] },
  tools: [
    {
      ...{ method: "search", name: "search", parameters: [{ flat: true }, { inject: "context" }] },
      inputSchema: input({ filter: { type: "object", properties: { limit: { type: "number" } } } }, ["filter"]),
    },
  ],
});

it("takes a modern client's answer although the method has changed its arguments", async () => {
  const { send } = serveDirectly(Searching, { manifest });
  const client = { capabilities: { elicitation: {} } };
  const params = () => ({ name: "search", arguments: { filter: {} } });
  const { requestState, inputRequests } = await send("tools/call", params(), { client });
  const inputResponses = { [Object.keys(inputRequests)[0] ?? ""]: { action: "accept", content: { sure: true } } };
  const { content } = await send("tools/call", { ...params(), requestState, inputResponses }, { client });
  expect(content).toEqual([{ type: "text", text: "accept 10" }]);
});
