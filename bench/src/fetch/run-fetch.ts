// Runs in a process of its own: sends requests to a handler, one after another, and prints the microseconds of processor
// time that one takes.
import { pathToFileURL } from "node:url";
import { createWorkload, type Method } from "../load/workload.js";
import type { Connection } from "../protocol/connection.js";
import { type Message, modernHeaders, toText } from "../protocol/messages.js";

const [file = "", method = "", tools = "1", duration = "1"] = process.argv.slice(2);
const { default: handler }: { default: { fetch(request: Request): Promise<Response> } } = await import(
  pathToFileURL(file).href
);
const workload = createWorkload(method as Method, Number(tools));
const connection: Connection = {
  ask: async (message: Message) => {
    const response = await handler.fetch(requestOf(message));
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${message.method} was answered ${response.status}: ${text}`);
    return text;
  },
  renew: async () => undefined,
  close: () => undefined,
};

await workload.verify(connection);
await measure(Number(duration) / 2);
console.log(await measure(Number(duration)));

async function measure(milliseconds: number): Promise<number> {
  let calls = 0;
  const before = process.cpuUsage();
  for (const until = performance.now() + milliseconds; performance.now() < until; ) {
    calls += 1;
    const answer = await connection.ask(workload.request(calls));
    if (!workload.isRight(answer, calls)) throw new Error(`A wrong answer: ${answer.slice(0, 2000)}`);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

function requestOf(message: Message): Request {
  return new Request("http://127.0.0.1/mcp", {
    method: "POST",
    headers: {
      host: "127.0.0.1",
      "content-type": "application/json",
      accept: "application/json, text/event-stream",
      ...modernHeaders(message),
    },
    body: toText(message, "modern"),
  });
}
