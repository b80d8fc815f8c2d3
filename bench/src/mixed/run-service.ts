// Runs in a process of its own: the HTTP service that the tools ask, at PORT. Every answer takes DELAY milliseconds.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type Item, PRODUCTS, searchProducts, totalOf } from "./shop-data.js";

const delay = Number(process.env.DELAY);

const server = createServer(async (request, response) => {
  const body = await text(request);
  const found = answer(request, body);
  setTimeout(() => send(response, found), delay);
});
// A connection that the service closes while a tool writes to it would be an error of the tool.
server.keepAliveTimeout = 0;
server.listen(Number(process.env.PORT), "127.0.0.1");

function answer({ method, url = "" }: IncomingMessage, body: string): object | undefined {
  const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
  if (method === "POST" && pathname === "/cart/calculate") {
    const { userId, items }: { userId: string; items: readonly Item[] } = JSON.parse(body);
    return { orderId: `order-${userId}-${items.length}`, userId, total: totalOf(items) };
  }
  if (pathname === "/products/search") {
    const number = (name: string): number => Number(searchParams.get(name));
    const found = searchProducts(searchParams.get("category") ?? "", number("minPrice"), number("maxPrice"));
    return { totalFound: found.length, products: found.slice(0, number("limit")) };
  }
  return PRODUCTS[Number(pathname.slice("/products/".length)) - 1];
}

function send(response: ServerResponse, found: object | undefined): void {
  const body = JSON.stringify(found ?? { message: "Not found" });
  const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
  response.writeHead(found === undefined ? 404 : 200, headers).end(body);
}
