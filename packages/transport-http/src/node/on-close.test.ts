import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import { onClose } from "./on-close.js";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A connection with several requests at once, none of which is answered yet. */
async function setUp(requests: number) {
  const responses: ServerResponse<IncomingMessage>[] = [];
  const closed: number[] = [];
  const stops: (() => void)[] = [];
  const server = createServer((_, res) => {
    const at = responses.push(res) - 1;
    stops.push(onClose(res, () => void closed.push(at)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  closing.push(
    () => void server.close(),
    () => void socket.destroy(),
  );
  socket.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(requests));
  await expect.poll(() => responses.length).toBe(requests);
  return { socket, responses, closed, stops };
}

it("a response learns that its connection is gone, also while it waits behind others", async () => {
  const { socket, closed } = await setUp(3);
  socket.destroy();
  await expect.poll(() => closed.toSorted()).toEqual([0, 1, 2]);
});

it("each response learns once that it is complete, in its turn", async () => {
  const { socket, responses, closed } = await setUp(3);
  responses[2]?.end("third");
  responses[0]?.end("first");
  await expect.poll(() => closed).toEqual([0]);
  responses[1]?.end("second");
  await expect.poll(() => closed).toEqual([0, 1, 2]);
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(closed).toEqual([0, 1, 2]);
});

it("whoever has stopped listening learns nothing", async () => {
  const { socket, closed, stops } = await setUp(3);
  for (const stop of stops.slice(1)) stop();
  socket.destroy();
  await expect.poll(() => closed).toEqual([0]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(closed).toEqual([0]);
});

it("many responses on one connection need one listener of the socket", async () => {
  const { responses, closed, socket } = await setUp(50);
  expect(responses[49]?.req.socket.listenerCount("close")).toBeLessThan(10);
  socket.destroy();
  await expect.poll(() => closed.length).toBe(50);
});
