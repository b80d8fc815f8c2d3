import { once } from "node:events";
import { createServer, get, request } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { Connections } from "./connections.js";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that answers `/wait` only when the test says so. */
async function setUp(maxConnections: number, isProxy: (address: string) => boolean = () => false) {
  const refusals: string[] = [];
  const connections = new Connections({
    ...{ maxConnections, isProxy },
    onRefused: ({ message }) => void refusals.push(message),
  });
  const waiting: (() => void)[] = [];
  const server = createServer((req, res) => {
    const answer = () => void res.end("answered");
    if (req.url === "/wait") waiting.push(answer);
    else answer();
  });
  server.on("connection", connections.accept);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(
    () => void server.closeAllConnections(),
    () => void server.close(),
  );
  const { port } = server.address() as AddressInfo;
  /** Opens a connection, and waits until the server has it. */
  const open = async (localAddress: string): Promise<Socket> => {
    const accepted = once(server, "connection");
    const socket = connect({ port, host: "127.0.0.1", localAddress });
    socket.on("error", () => undefined);
    closing.push(() => void socket.destroy());
    await accepted;
    return socket;
  };
  return { port, open, refusals, waiting };
}

const isOpen = async (socket: Socket): Promise<boolean> => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return !socket.readableEnded && !socket.destroyed;
};

describe("Without room for a connection", () => {
  it("the address that has most loses its oldest idle one", async () => {
    const { open } = await setUp(3);
    const greedy = [await open("127.0.0.2"), await open("127.0.0.2")];
    for (const socket of greedy) socket.resume();
    const [first, second] = [await open("127.0.0.1"), await open("127.0.0.3")];
    expect(await Promise.all([...greedy, first, second].map(isOpen))).toEqual([false, true, true, true]);
  });

  it("a connection whose request is being answered stays, and the new one is refused with a reason", async () => {
    const { port, open, refusals, waiting } = await setUp(1);
    const answer = new Promise<string>((resolve) => {
      get({ port, host: "127.0.0.1", localAddress: "127.0.0.2", path: "/wait", agent: false }, (res) =>
        resolve(text(res)),
      );
    });
    await expect.poll(() => waiting.length).toBe(1);
    const refused = await text(await open("127.0.0.1"));
    expect(refused).toMatch(/^HTTP\/1\.1 503 .*room for 1 connections \(option limits\.maxConnections\)/s);
    expect(refusals).toHaveLength(1);
    waiting[0]?.();
    expect(await answer).toBe("answered");
  });

  it("a new one finds room when another has closed", async () => {
    const { port, open, refusals } = await setUp(1);
    (await open("127.0.0.2")).destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const sent = request({ port, host: "127.0.0.1", agent: false }).end();
    const [res] = await once(sent, "response");
    expect([await text(res), refusals]).toEqual(["answered", []]);
  });

  it("a proxy is not the client that has most", async () => {
    const { open } = await setUp(4, (address) => address === "127.0.0.9");
    const proxied = [await open("127.0.0.9"), await open("127.0.0.9")];
    const greedy = [await open("127.0.0.2"), await open("127.0.0.2")];
    for (const socket of [...proxied, ...greedy]) socket.resume();
    await open("127.0.0.9");
    expect(await Promise.all([...proxied, ...greedy].map(isOpen))).toEqual([true, true, false, true]);
  });
});
