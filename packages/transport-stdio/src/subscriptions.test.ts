import { EventEmitter, on } from "node:events";
import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { defineServer, resource, type TaskEntry, type TaskStore, tool } from "@plainmcp/core";
import { expect, onTestFinished, test } from "vitest";
import { manifestOf, methodOf } from "../../../test/support/manifest-by-hand.js";
import { modernParams } from "../../../test/support/modern-message.js";
import type { Message } from "../../../test/support/wire-schemas.js";
import { serveStdio } from "./serve-stdio.js";

const TASKS = { "io.modelcontextprotocol/clientCapabilities": { extensions: { "io.modelcontextprotocol/tasks": {} } } };
const ACKNOWLEDGED = "notifications/subscriptions/acknowledged";

/** A server with books that it watches while a client subscribes to them, and with a tool that runs as a task. */
class Library {
  readonly changes: EventEmitter = new EventEmitter();
  readonly watched: string[] = [];
  finish: () => void = () => undefined;

  @resource("book://{id}")
  book(id: string): string {
    return id;
  }

  async *watch(uri: string, signal: AbortSignal): AsyncGenerator<void> {
    this.watched.push(uri);
    signal.addEventListener("abort", () => this.watched.splice(this.watched.indexOf(uri), 1));
    for await (const _ of on(this.changes, uri, { signal })) yield;
  }

  @tool({ task: "optional" })
  async work(): Promise<string> {
    await new Promise<void>((resolve) => {
      this.finish = resolve;
    });
    return "done";
  }
}

const manifest = manifestOf({
  class: "Library",
  tools: [{ ...methodOf("work"), task: "optional" }],
  resources: [{ ...methodOf("book", { id: "string" }), uriTemplate: "book://{id}", watch: "watch" }],
});

/** A store of tasks whose lookups wait for the test. */
class HeldStore implements TaskStore {
  readonly #entries = new Map<string, TaskEntry>();
  held: Promise<void> = Promise.resolve();

  async create(entry: TaskEntry): Promise<boolean> {
    this.#entries.set(entry.task.taskId, entry);
    return true;
  }

  async write(entry: TaskEntry): Promise<void> {
    this.#entries.set(entry.task.taskId, entry);
  }

  async read(taskId: string): Promise<TaskEntry | undefined> {
    await this.held;
    return this.#entries.get(taskId);
  }

  /** Blocks all lookups until the returned function is called. Called with an error, it makes them fail. */
  hold(): (error?: Error) => void {
    let release!: (error?: Error) => void;
    this.held = new Promise((resolve, reject) => {
      release = (error) => (error ? reject(error) : resolve());
    });
    return release;
  }
}

/** A server of the library, and a client that writes raw lines. */
async function open() {
  const [library, store] = [new Library(), new HeldStore()];
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const server = await serveStdio(defineServer(library, { manifest, tasks: { store }, onError: () => undefined }), {
    stdin,
    stdout,
  });
  onTestFinished(() => server.close());
  const messages: Message[] = [];
  createInterface(stdout).on("line", (line) => void messages.push(JSON.parse(line)));
  const send = (message: object) => void stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  const told = (method: string) => messages.filter((message) => message.method === method);
  const listen = (id: string | number, notifications: object) =>
    send({ id, method: "subscriptions/listen", params: modernParams({ notifications }, TASKS) });
  const cancel = (requestId: string | number) => send({ method: "notifications/cancelled", params: { requestId } });
  /** Makes a request. When it is answered, the server has handled everything before it. */
  const settle = async (): Promise<void> => {
    const id = `settled ${messages.length}`;
    send({ id, method: "tools/list", params: modernParams({}) });
    await expect.poll(() => messages.find((message) => message.id === id)).toBeDefined();
  };
  /** Starts a task, and returns its id. */
  const begin = async (): Promise<string> => {
    send({ id: "work", method: "tools/call", params: modernParams({ name: "work", arguments: {} }, TASKS) });
    await expect.poll(() => messages.find(({ id }) => id === "work")?.result).toHaveProperty("taskId");
    return String(messages.find(({ id }) => id === "work")?.result?.taskId);
  };
  return { library, store, stdin, stdout, server, messages, told, listen, cancel, settle, begin };
}

test("sends notifications of tasks from the acknowledgement until the client cancels", async () => {
  const { library, told, listen, cancel, settle, begin } = await open();
  const taskId = await begin();
  listen(1, { taskIds: [taskId, "unknown"] });
  await expect.poll(() => told("notifications/tasks")).toHaveLength(1);
  expect(told(ACKNOWLEDGED)[0]?.params).toMatchObject({ notifications: { taskIds: [taskId] } });
  expect(told("notifications/tasks")[0]?.params).toMatchObject({ taskId, status: "working" });
  cancel(1);
  await settle();
  library.finish();
  await settle();
  expect(told("notifications/tasks")).toHaveLength(1);
});

test.each([undefined, new Error("late")])(
  "drops a subscription that is cancelled before its tasks are found (%s)",
  async (error) => {
    const { library, store, messages, told, listen, cancel, settle, begin } = await open();
    const taskId = await begin();
    const release = store.hold();
    listen(1, { taskIds: [taskId] });
    cancel(1);
    release(error);
    await settle();
    library.finish();
    await settle();
    expect(told(ACKNOWLEDGED)).toEqual([]);
    expect(told("notifications/tasks")).toEqual([]);
    expect(messages.filter(({ id }) => id === 1)).toEqual([]);
  },
);

test("refuses a subscription when the lookup of its tasks fails", async () => {
  const { store, messages, listen, begin } = await open();
  const taskId = await begin();
  const release = store.hold();
  listen(1, { taskIds: [taskId] });
  release(new Error("secret db host"));
  const message = expect.stringContaining("Its log has the cause under reference");
  await expect.poll(() => messages.find(({ id }) => id === 1)?.error).toMatchObject({ code: -32603, message });
  expect(JSON.stringify(messages)).not.toContain("secret");
});

test("sends nothing more when the client cancels while the acknowledgement is written", async () => {
  const { library, stdout, told, listen, cancel, settle, begin } = await open();
  const taskId = await begin();
  stdout.pause();
  listen(1, { taskIds: [taskId] });
  await expect.poll(() => stdout.readableLength).toBeGreaterThan(0);
  cancel(1);
  library.finish();
  stdout.resume();
  await settle();
  expect(told(ACKNOWLEDGED)).toHaveLength(1);
  expect(told("notifications/tasks").map(({ params }) => params?.status)).not.toContain("completed");
});

test("raises no error when the connection ends before the tasks are found", async () => {
  const { store, stdin, server, messages, listen, begin } = await open();
  const taskId = await begin();
  const before = messages.length;
  const release = store.hold();
  listen(1, { taskIds: [taskId] });
  stdin.end();
  await server.closed;
  release(new Error("late"));
  await new Promise((resolve) => setImmediate(resolve));
  expect(messages).toHaveLength(before);
});

test("watches from the acknowledgement until the client cancels, and distinguishes ids by their type", async () => {
  const { library, told, listen, cancel, settle } = await open();
  listen(1, { resourceSubscriptions: ["book://a"] });
  listen("1", { resourceSubscriptions: ["book://b"] });
  await expect.poll(() => told(ACKNOWLEDGED)).toHaveLength(2);
  expect(library.watched).toEqual(["book://a", "book://b"]);
  cancel("2");
  cancel("1");
  await settle();
  expect(library.watched).toEqual(["book://a"]);
});

test("cancels the latest of several subscriptions with the same id", async () => {
  const { library, told, listen, cancel, settle } = await open();
  listen(1, { resourceSubscriptions: ["book://a"] });
  listen(1, { resourceSubscriptions: ["book://b"] });
  await expect.poll(() => told(ACKNOWLEDGED)).toHaveLength(2);
  cancel(1);
  await settle();
  expect(library.watched).toEqual(["book://a"]);
});

test.each(["server", "client"])("watches until the %s ends the connection", async (side) => {
  const { library, stdin, server, told, listen } = await open();
  listen(1, { resourceSubscriptions: ["book://a"] });
  listen(2, { resourceSubscriptions: ["book://b"] });
  await expect.poll(() => told(ACKNOWLEDGED)).toHaveLength(2);
  if (side === "server") await server.close();
  else stdin.end();
  await server.closed;
  expect(library.watched).toEqual([]);
});
