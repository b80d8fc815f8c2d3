// The three tools without any MCP library: what the work costs, and the little that a program written by hand adds.
import { answer, error, isModernRequest, list, result } from "../bare/answer.mjs";
import { serveHttp } from "../bare/serve-http.mjs";
import { callTool, TOOLS } from "./tools.mjs";

serveHttp((message) => {
  if (message.method === "tools/call") return call(message);
  if (message.method === "tools/list") return list(message.id, TOOLS, isModernRequest(message.params));
  return answer(message);
});

async function call({ id, params }) {
  const called = await callTool(params?.name, params?.arguments);
  if (called === undefined) return error(id, -32602, `Unknown tool: ${params?.name}`);
  return result(id, called, isModernRequest(params));
}
