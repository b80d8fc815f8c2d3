import { Agent, request } from "node:http";

const agent = new Agent({ keepAlive: true });
const port = Number(process.env.SERVICE_PORT);

/**
 * Asks the HTTP service over connections that stay open. Node's own client costs a third of what its `fetch` does, and it is
 * the same on Bun.
 *
 * @param {"GET" | "POST"} method
 * @param {string} path
 * @param {string} [body] JSON
 * @returns {Promise<any>} What it answers
 */
export function askService(method, path, body) {
  return new Promise((resolve, reject) => {
    const headers =
      body === undefined ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const asked = request({ agent, host: "127.0.0.1", port, method, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => {
        if (response.statusCode === 200) resolve(JSON.parse(text));
        else reject(new Error(`The service answered ${response.statusCode}: ${text}`));
      });
    });
    asked.on("error", reject).end(body);
  });
}
