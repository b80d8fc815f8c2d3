import { type AddressInfo, connect as connectSocket, createServer, type Server, type Socket } from "node:net";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Client as V1Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as V1Transport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { ResourceUpdatedNotificationSchema } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLegacySession } from "./support/legacy-session.js";
import { allMessages, nextMessage } from "./support/read-events.js";
import { REGISTER } from "./support/register.js";
import { type HttpProcess, PLAINMCP, startHttp } from "./support/serve.js";
import type { Message } from "./support/wire-schemas.js";

let server: HttpProcess;
/** Keeps 20,000 bytes of answers that nobody has fetched. */
let small: HttpProcess;
beforeAll(async () => {
  server = await startHttp([
    PLAINMCP,
    "serve",
    "test/fixtures/calls.ts",
    "--http",
    "--port",
    "0",
    "--shutdown-grace",
    "0",
  ]);
  small = await startHttp([...REGISTER, "test/fixtures/small-session.ts"]);
});
afterAll(() => Promise.all([server.stop(), small.stop()]));

const textOf = (message: Message | undefined) =>
  (message?.result as { content?: readonly { text: string }[] } | undefined)?.content?.[0]?.text;

describe("a cancelled call", () => {
  it("ends its stream at once, and holds nothing open", async () => {
    const { call, post, eventsOf, get } = await openLegacySession(server.url);
    const events = eventsOf(await call(7, "slow", { ms: 60_000, tag: "never" }));
    const { value: first } = await events.next();
    await post({ method: "notifications/cancelled", params: { requestId: 7 } });
    expect(await allMessages(events)).toEqual([]);
    // There is nothing to come back for, which clients of event streams understand.
    expect((await get(first?.id)).status).toBe(204);
  });

  it("whose connection was lost is nothing to wait for", async () => {
    const { call, post, eventsOf, get } = await openLegacySession(server.url);
    const events = eventsOf(await call(7, "steps", { ms: 60_000, tag: "never" }, { progressToken: 7 }));
    const { value: first } = await events.next();
    const { id } = await nextMessage(events);
    await events.return(undefined);
    await post({ method: "notifications/cancelled", params: { requestId: 7 } });
    const resumed = await get(first?.id);
    expect((await allMessages(eventsOf(resumed))).map(({ method }) => method)).toEqual(["notifications/progress"]);
    expect((await get(id)).status).toBe(204);
  });

  it("of a batch leaves the others their answers, and the stream ends with the last", async () => {
    const { post, eventsOf, log } = await openLegacySession(server.url, "2025-03-26");
    const request = (id: number, ms: number) => ({
      ...{ jsonrpc: "2.0", id, method: "tools/call" },
      params: { name: "slow", arguments: { ms, tag: `${id}` } },
    });
    const stream = eventsOf(await post([request(1, 150), request(2, 60_000), request(3, 50)]));
    await post({ method: "notifications/cancelled", params: { requestId: 2 } });
    expect((await allMessages(stream)).map(({ id }) => id)).toEqual([3, 1]);
    const all = eventsOf(await post([request(4, 60_000), request(5, 60_000)]));
    for (const requestId of [4, 5]) await post({ method: "notifications/cancelled", params: { requestId } });
    expect(await allMessages(all)).toEqual([]);
    expect(log.problems()).toEqual([]);
  });

  it("as JSON is answered, since a response needs a body", async () => {
    const { post } = await openLegacySession(server.url);
    const call = { id: 7, method: "tools/call", params: { name: "slow", arguments: { ms: 60_000, tag: "never" } } };
    const response = post(call, { accept: "application/json" });
    // It has to have arrived first.
    await (await post({ id: 8, method: "ping" })).text();
    await post({ method: "notifications/cancelled", params: { requestId: 7 } });
    expect(await (await response).json()).toMatchObject({ id: 7, error: { message: "The request was cancelled." } });
  });
});

describe("an answer that nobody has fetched", () => {
  it.each([1_000, 140_000, 300_000, 1_500_000])("of %i characters stays until its client comes back", async (size) => {
    const { call, eventsOf, get } = await openLegacySession(server.url);
    for (const tool of ["later", "laterStructured"]) {
      const events = [];
      for await (const event of eventsOf(await call(1, tool, { ms: 50, size }))) events.push(event);
      expect(events.at(-1)).toMatchObject({ retry: "100" });
      // Others come and go meanwhile.
      await allMessages(eventsOf(await call(2, "chatty", { lines: 300 })));
      const [answer] = await allMessages(eventsOf(await get(events[0]?.id)));
      expect(answer?.id).toBe(1);
      expect(textOf(answer)).toContain("z".repeat(size));
    }
  });

  it("can be fetched again when it was lost on its way", async () => {
    const { call, eventsOf, get } = await openLegacySession(server.url);
    const events = eventsOf(await call(1, "later", { ms: 1, size: 300_000 }));
    const { value: first } = await events.next();
    for (let times = 0; times < 3; times++) {
      const [answer] = await allMessages(eventsOf(await get(first?.id)));
      expect(textOf(answer)).toHaveLength(300_000);
    }
  });

  it("is an error that says what to do when there is no room for it", async () => {
    const { call, eventsOf, get } = await openLegacySession(small.url);
    const [large, fits] = await Promise.all([30_000, 5_000].map((size) => call(size, "later", { ms: 1, size })));
    const ids = await Promise.all(
      [large, fits].map(async (response) => (await eventsOf(response as Response).next()).value?.id),
    );
    await expect
      .poll(async () => (await allMessages(eventsOf(await get(ids[1]))))[0])
      .toMatchObject({ id: 5_000, result: {} });
    expect(await allMessages(eventsOf(await get(ids[0])))).toMatchObject([
      { id: 30_000, error: { code: -32603, message: expect.stringMatching(/20000 bytes.*limits\.maxUnfetchedSize/) } },
    ]);
  });

  it("that is gone is refused with 400, and the session goes on", async () => {
    const { call, eventsOf, get } = await openLegacySession(small.url);
    // Slow enough to come on event streams.
    const fetched = eventsOf(await call(1, "slow", { ms: 100, tag: "x".repeat(6_000) }));
    const { value: first } = await fetched.next();
    await allMessages(fetched);
    await allMessages(eventsOf(await call(2, "slow", { ms: 100, tag: "y".repeat(6_000) })));
    const refused = await get(first?.id);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { message: expect.stringMatching(/no longer stored/) } });
    expect((await get("nobody's/1")).status).toBe(400);
    expect((await call(3, "echo", { text: "a" })).status).toBe(200);
  });
});

it("progress that was lost is told once, and the answer comes all the same", async () => {
  const { call, eventsOf, get, log } = await openLegacySession(server.url);
  const events = eventsOf(await call(9, "chatty", { lines: 1_000 }));
  const { id } = await nextMessage(events);
  await events.return(undefined);
  await expect
    .poll(async () => (await allMessages(eventsOf(await get(id)))).at(-1))
    .toMatchObject({ id: 9, result: {} });
  const missed = await allMessages(eventsOf(await get(id)));
  const notices = missed.filter(({ params }) => params?.logger === "plainmcp");
  expect(notices).toHaveLength(1);
  expect(missed[0]).toEqual(notices[0]);
  expect(notices[0]?.params).toMatchObject({ level: "warning", data: expect.stringContaining("missing") });
  expect(missed.at(-2)?.params?.data).toBe("line 999");
  expect(log.problems()).toEqual([]);
});

describe("several standing streams of one session", () => {
  it("stand beside each other, and each message goes to the newest", async () => {
    const { get, eventsOf, call, post } = await openLegacySession(server.url);
    await (await post({ id: 1, method: "resources/subscribe", params: { uri: "calls://thing" } })).text();
    const touch = async () => void (await (await call(2, "touch", { uri: "calls://thing" })).text());
    const responses = [await get(), await get(), await get()];
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
    const streams = responses.map(eventsOf);
    await touch();
    expect((await nextMessage(streams[2] as never)).message.method).toBe("notifications/resources/updated");
    await streams[2]?.return(undefined);
    // The server learns of that when the connection is gone, and then takes the next one.
    const second = nextMessage(streams[1] as never);
    await expect
      .poll(async () => {
        await touch();
        return await Promise.race([second.then(() => true), later()]);
      })
      .toBe(true);
    const first = nextMessage(streams[0] as never);
    expect(await Promise.race([first.then(() => true), later()])).toBe(false);
    first.catch(() => undefined);
  });

  it("are resumed each by itself, and take over", async () => {
    const { get, eventsOf, call, post } = await openLegacySession(server.url);
    await (await post({ id: 1, method: "resources/subscribe", params: { uri: "calls://thing" } })).text();
    const touch = async () => void (await (await call(2, "touch", { uri: "calls://thing" })).text());
    const older = eventsOf(await get());
    const { value: begun } = await older.next();
    const newer = eventsOf(await get());
    await newer.next();
    const resumed = eventsOf(await get(begun?.id));
    // The connection it had is over, and nothing else is.
    expect(await allMessages(older)).toEqual([]);
    await touch();
    expect((await nextMessage(resumed)).message.method).toBe("notifications/resources/updated");
    await resumed.return(undefined);
    await newer.return(undefined);
  });

  it("end the oldest when there are too many", async () => {
    const { get, eventsOf } = await openLegacySession(server.url);
    const oldest = eventsOf(await get());
    const others = [];
    for (let i = 0; i < 16; i++) others.push(await get());
    expect(await allMessages(oldest)).toEqual([]);
    for (const { body } of others) await body?.cancel();
  });

  it("of two official clients both reconnect, and leave each other alone", async () => {
    const { id, post, call } = await openLegacySession(server.url);
    await (await post({ id: 1, method: "resources/subscribe", params: { uri: "calls://thing" } })).text();
    const line = await startCuttableLine(server.url);
    const heard: string[] = [];
    const second = new Client({ name: "two", version: "1" });
    second.setNotificationHandler("notifications/resources/updated", () => void heard.push("v2"));
    const first = new V1Client({ name: "one", version: "1" });
    first.setNotificationHandler(ResourceUpdatedNotificationSchema, () => void heard.push("v1"));
    const options = { sessionId: id, reconnectionOptions: RECONNECTION };
    const transports = [
      new V1Transport(new URL(line.url), options),
      new StreamableHTTPClientTransport(new URL(line.url), options),
    ] as const;
    await first.connect(transports[0] as never);
    await second.connect(transports[1]);
    // With a session of before, clients do not open their streams by themselves.
    await transports[0].resumeStream("").catch(() => undefined);
    await transports[1].resumeStream("").catch(() => undefined);
    await expect.poll(() => line.gets()).toBe(2);
    line.cut();
    await expect.poll(() => line.gets()).toBe(4);
    await (await call(2, "touch", { uri: "calls://thing" })).text();
    await expect.poll(() => heard.length).toBe(1);
    // Several times what a client waits before it comes back.
    await new Promise((resolve) => setTimeout(resolve, RECONNECTION.initialReconnectionDelay * 10));
    expect(line.gets()).toBe(4);
    expect(heard).toHaveLength(1);
    await Promise.all([first.close(), second.close()]);
    await line.close();
  });
});

const RECONNECTION = {
  initialReconnectionDelay: 50,
  maxReconnectionDelay: 50,
  reconnectionDelayGrowFactor: 1,
  maxRetries: 5,
};

function later(): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, 50, false));
}

/** A line to the server that can be cut. */
async function startCuttableLine(target: string) {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  let gets = 0;
  const proxy: Server = createServer((client) => {
    const upstream = connectSocket(Number(port), hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    client.on("data", (chunk) => {
      if (chunk.toString("latin1").startsWith("GET ")) gets++;
    });
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    // Hosts are checked, ports are not.
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/mcp`,
    cut,
    /** How many streams were asked for so far. */
    gets: () => gets,
    close: async () => {
      cut();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
