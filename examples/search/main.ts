import { createHash } from "node:crypto";
import { serveHttp } from "@plainmcp/transport-http/node";
import search from "./server.js";

// Over HTTP, each request brings the key of whoever makes it. Sessions and tasks belong to the key that began them.
const { url } = await serveHttp(search, {
  port: Number(process.env.PORT ?? 3000),
  caller: ({ headers }) => {
    const key = headers.get("x-api-key");
    if (key === null) return undefined;
    return { subject: createHash("sha256").update(key).digest("hex"), claims: { key } };
  },
});
console.error(`Listening on ${url}`);
