// A handler of web-standard requests without any library.
import { answer, error } from "./answer.mjs";

const HEADERS = { "content-type": "application/json" };

export default {
  async fetch(request) {
    if (request.method !== "POST") return respond(405, error(null, -32600, "Method not allowed"));
    let message;
    try {
      message = await request.json();
    } catch {
      return respond(400, error(null, -32700, "This is no JSON"));
    }
    const { headers } = request;
    const isSame =
      headers.get("mcp-method") === message.method && headers.get("mcp-name") === (message.params?.name ?? null);
    if (!isSame) return respond(400, error(message.id, -32020, "The headers do not match the message"));
    return respond(200, answer(message));
  },
};

function respond(status, body) {
  return new Response(JSON.stringify(body), { status, headers: HEADERS });
}
