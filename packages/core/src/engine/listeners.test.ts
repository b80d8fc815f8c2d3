import { describe, expect, it, vi } from "vitest";
import type { Caller } from "../context.js";
import { Library, libraryManifest } from "../library.fixture.js";
import { Jobs, jobsManifest } from "../tasks/jobs.fixture.js";
import { Weather, weatherManifest } from "../weather.fixture.js";
import type { NotificationMessage } from "../wire/message.js";
import { serveDirectly } from "./serve-directly.fixture.js";

const TASKS = "io.modelcontextprotocol/tasks";
const KNOWING = { extensions: { [TASKS]: {} } };
const SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";
const ALL = { toolsListChanged: true, promptsListChanged: true, resourcesListChanged: true };

const soon = () => new Promise((resolve) => setImmediate(resolve));

type Served = Pick<ReturnType<typeof serveDirectly>, "engine">;

/** A subscription request with the id 7. */
function listen(
  { engine }: Served,
  notifications: unknown,
  capabilities: object = {},
  caller?: Caller,
  account?: string,
) {
  const load = account === undefined ? undefined : { account, keep: () => () => undefined };
  const _meta = { "io.modelcontextprotocol/clientCapabilities": capabilities };
  const params = { _meta, ...(notifications !== undefined && { notifications }) };
  return engine.listen({ jsonrpc: "2.0", id: 7, method: "subscriptions/listen", params }, { caller, load });
}

/** Collects what the client receives from now on. */
async function hear(...args: Parameters<typeof listen>) {
  const listening = await listen(...args);
  const heard: NotificationMessage[] = [];
  const givenUp: true[] = [];
  const stop = listening.begin(
    (notification) => void heard.push(notification),
    () => void givenUp.push(true),
  );
  return { heard, stop, listening, givenUp };
}

const serveWeather = () => serveDirectly(Weather, { manifest: weatherManifest() });

describe("a subscription", () => {
  it("first acknowledges what it grants of the requested changes, with the id of its request", async () => {
    const asked = { ...ALL, promptsListChanged: false, resourceSubscriptions: ["weather://all"], other: 1 };
    const { acknowledgement, isEmpty } = await listen(serveWeather(), asked);
    expect(acknowledgement).toEqual({
      jsonrpc: "2.0",
      method: "notifications/subscriptions/acknowledged",
      params: {
        notifications: { toolsListChanged: true, resourcesListChanged: true, resourceSubscriptions: ["weather://all"] },
        _meta: { [SUBSCRIPTION]: 7 },
      },
    });
    expect(isEmpty).toBe(false);
  });

  it("grants nothing that the server does not have", async () => {
    const jobs = serveDirectly(new Jobs(), { manifest: jobsManifest() });
    const { acknowledgement } = await listen(jobs, { ...ALL, resourceSubscriptions: ["a:b"] });
    expect(acknowledgement.params?.notifications).toEqual({ toolsListChanged: true });
  });

  it.each([{}, { toolsListChanged: false, resourceSubscriptions: [] }])("to %j is empty", async (asked) => {
    const { acknowledgement, isEmpty } = await listen(serveWeather(), asked);
    expect(acknowledgement.params?.notifications).toEqual({});
    expect(isEmpty).toBe(true);
  });

  it("sends each requested change until it ends", async () => {
    const served = serveWeather();
    const tools = await hear(served, { toolsListChanged: true });
    const rest = await hear(served, { ...ALL, toolsListChanged: false, resourceSubscriptions: ["weather://all"] });
    const change = async () => {
      served.server.disable("add", "packing", "weather://all");
      served.server.resourceUpdated("weather://all");
      served.server.resourceUpdated("weather://Oslo/day/1");
      await soon();
      served.server.enable("add", "packing", "weather://all");
      await soon();
    };
    await change();
    const told = (name: string, more: object = {}) => ({
      jsonrpc: "2.0",
      method: `notifications/${name}`,
      params: { ...more, _meta: { [SUBSCRIPTION]: 7 } },
    });
    const lists = [told("prompts/list_changed"), told("resources/list_changed")];
    expect(tools.heard).toEqual([told("tools/list_changed"), told("tools/list_changed")]);
    expect(rest.heard).toEqual([...lists, told("resources/updated", { uri: "weather://all" }), ...lists]);
    tools.stop();
    tools.stop();
    await change();
    expect(tools.heard).toHaveLength(2);
    expect(rest.heard).toHaveLength(10);
  });

  it("runs the watch methods of its resources while it is open", async () => {
    const library = new Library();
    const signals: AbortSignal[] = [];
    library.changes = (_, signal) => {
      signals.push(signal);
      return ["once"];
    };
    const served = serveDirectly(library, { manifest: libraryManifest() });
    const { acknowledgement } = await listen(served, { resourceSubscriptions: ["library://book/1"] });
    expect(acknowledgement).toBeDefined();
    await soon();
    expect(signals).toEqual([]);
    const { heard, stop } = await hear(served, { resourceSubscriptions: ["library://book/1"] });
    await vi.waitFor(() => expect(heard).toMatchObject([{ params: { uri: "library://book/1" } }]));
    stop();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it("ends with a result that names the server", async () => {
    const { result } = await listen(serveWeather(), {});
    expect(result).toEqual({
      jsonrpc: "2.0",
      id: 7,
      result: {
        resultType: "complete",
        _meta: {
          [SUBSCRIPTION]: 7,
          "io.modelcontextprotocol/serverInfo": { name: "weather", version: "1.2.3" },
        },
      },
    });
  });

  it.each<[string, unknown]>([
    ["none", undefined],
    ["a list", ["toolsListChanged"]],
    ["a flag that is a text", { toolsListChanged: "true" }],
    ["one URI in place of a list", { resourceSubscriptions: "weather://all" }],
    ["URIs that are not strings", { resourceSubscriptions: [1] }],
  ])("is refused if its filter is %s", async (_, asked) => {
    await expect(listen(serveWeather(), asked)).rejects.toMatchObject({
      fault: { kind: "invalid-params", message: expect.stringContaining("SubscriptionFilter") },
    });
  });

  it("is refused when its client has too many, until one of them ends", async () => {
    const served = serveDirectly(Weather, { manifest: weatherManifest() }, { maxSubscriptions: 32 });
    const open = (account: string) => hear(served, ALL, {}, undefined, account);
    const [first] = await Promise.all(Array.from({ length: 30 }, () => open("a")));
    const refused = { message: expect.stringContaining("limits.maxSubscriptions") };
    await expect(open("a")).rejects.toMatchObject(refused);
    first?.stop();
    first?.stop();
    await open("a");
    await expect(open("a")).rejects.toMatchObject(refused);
  });

  it("gives up its place for another client when its own has most", async () => {
    const served = serveDirectly(Weather, { manifest: weatherManifest() }, { maxSubscriptions: 2 });
    const open = (account: string) => hear(served, ALL, {}, undefined, account);
    const [first, second] = [await open("a"), await open("a")];
    await open("b");
    expect([first.givenUp, second.givenUp]).toEqual([[true], []]);
    await expect(open("c")).resolves.toBeDefined();
  });

  it("is refused as a whole when it names more resources than may be watched", async () => {
    const served = serveDirectly(new Library(), { manifest: libraryManifest() }, { maxWatches: 160 });
    const uris = (count: number) => Array.from({ length: count }, (_, id) => `library://book/${id}`);
    const open = (account: string, resourceSubscriptions: string[]) =>
      hear(served, { resourceSubscriptions }, {}, undefined, account);
    const refused = { message: expect.stringContaining("limits.maxWatches") };
    await expect(open("a", uris(151))).rejects.toMatchObject(refused);
    const most = await open("a", uris(150));
    await expect(open("a", uris(1))).rejects.toMatchObject(refused);
    const other = await open("b", uris(100));
    expect([most.givenUp, other.givenUp]).toEqual([[true], []]);
  });

  it("takes no room once it is cancelled, nor if it is empty", async () => {
    const served = serveDirectly(Weather, { manifest: weatherManifest() }, { maxSubscriptions: 1 });
    (await listen(served, ALL)).cancel();
    await listen(served, {});
    await hear(served, ALL);
    await expect(listen(served, ALL)).rejects.toThrow(/maxSubscriptions/);
  });
});

describe("a subscription to tasks", () => {
  const ANN: Caller = { subject: "ann" };

  async function serveTask() {
    const served = serveDirectly(new Jobs(), { manifest: jobsManifest() });
    const request = { client: { capabilities: { elicitation: {}, ...KNOWING } }, caller: ANN };
    const { taskId } = await served.send("tools/call", { name: "confirm" }, request);
    return { served, taskId: taskId as string, cancel: () => served.send("tasks/cancel", { taskId }, request) };
  }

  it("sends the current state of each task, and every change", async () => {
    const { served, taskId, cancel } = await serveTask();
    const { heard, stop, listening } = await hear(served, { taskIds: [taskId, taskId, 1] }, KNOWING, ANN);
    expect(listening.acknowledgement.params?.notifications).toEqual({ taskIds: [taskId] });
    expect(listening.isEmpty).toBe(false);
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ params: { status: "input_required" } }));
    await cancel();
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ params: { status: "cancelled" } }));
    for (const { method, params } of heard) {
      expect(method).toBe("notifications/tasks");
      expect(params).toMatchObject({ taskId, _meta: { [SUBSCRIPTION]: 7 } });
    }
    stop();
  });

  it("grants no task of another caller, and no unknown task", async () => {
    const { served, taskId } = await serveTask();
    for (const other of [{ subject: "bob" }, { ...ANN, issuer: "https://b" }, undefined]) {
      const { acknowledgement, isEmpty } = await listen(served, { taskIds: [taskId, "none"] }, KNOWING, other);
      expect(acknowledgement.params?.notifications).toEqual({ taskIds: [] });
      expect(isEmpty).toBe(true);
    }
  });

  it("is refused if the client does not support tasks", async () => {
    const { served, taskId } = await serveTask();
    await expect(listen(served, { taskIds: [taskId] }, {}, ANN)).rejects.toMatchObject({
      fault: { kind: "missing-capability", data: { requiredCapabilities: KNOWING } },
    });
  });
});
