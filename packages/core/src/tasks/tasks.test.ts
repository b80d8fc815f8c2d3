import { createMcpHandler } from "@modelcontextprotocol/server";
import { afterEach, describe, expect, it } from "vitest";
import { CAPABILITIES } from "../../../../test/support/modern-message.js";
import { modernPost } from "../../../../test/support/post.js";
import type { Caller } from "../context.js";
import { createEngine } from "../engine/create-engine.js";
import { endInSteps } from "../engine/end-in-steps.js";
import type { EngineLimits } from "../limits/engine-limits.js";
import { defineServer } from "../registry/define-server.js";
import type { DefineServerOptions } from "../registry/define-server-options.js";
import { toAuthInfo } from "../sdk/auth-info.js";
import { createSdkServers } from "../sdk/create-sdk-servers.js";
import type { Task } from "../stores/task.js";
import { Jobs, jobsManifest } from "./jobs.fixture.js";

const TASKS = "io.modelcontextprotocol/tasks";
const KNOWING = { elicitation: {}, extensions: { [TASKS]: {} } };

const closing: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(closing.splice(0).map((close) => close())));

function serve(options: DefineServerOptions = {}, jobs: Jobs = new Jobs(), limits: EngineLimits = {}) {
  const engine = createEngine(defineServer(jobs, { manifest: jobsManifest(), ...options }), limits);
  const handler = createMcpHandler(createSdkServers(engine).forRequest, { legacy: "stateless" });
  const end = async () => {
    engine.abort();
    await engine.whenSettled();
  };
  closing.push(end, handler.close);
  let id = 0;

  const request = async (method: string, params: object, capabilities: object = KNOWING, caller?: Caller) => {
    const post = modernPost(++id, method, params, { [CAPABILITIES]: capabilities });
    const request = new Request("http://localhost/mcp", post);
    const response = await handler.fetch(request, { ...(caller && { authInfo: toAuthInfo(caller) }) });
    // biome-ignore lint/suspicious/noExplicitAny: answers are read as JSON
    return (await response.json()) as { result?: any; error?: { code: number; message: string; data?: unknown } };
  };

  const call = async (name: string, args: object = {}, more: object = {}, capabilities?: object) =>
    request("tools/call", { name, arguments: args, ...more }, capabilities);
  const start = async (name: string, args?: object): Promise<string> => (await call(name, args)).result.taskId;
  const until = async (taskId: string, status: Task["status"]): Promise<Task> => {
    for (;;) {
      const { result: task } = await request("tasks/get", { taskId });
      if (task.status === status) return task;
      if (task.status !== "working" && task.status !== "input_required") throw new Error(JSON.stringify(task));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return { engine, end, jobs, request, call, start, until };
}

const accept = (name: string) => ({ action: "accept", content: { name } });
const text = (value: string) => ({ content: [{ type: "text", text: value }] });

describe("a tool with a task", () => {
  it("is declared to modern clients", async () => {
    const { request } = serve();
    const { result } = await request("server/discover", {});
    expect(result.capabilities.extensions).toEqual({ [TASKS]: {} });
  });

  it("answers with a working task that later has the result", async () => {
    const jobs = new Jobs();
    let open = (): void => undefined;
    jobs.gate = new Promise((resolve) => {
      open = resolve;
    });
    const { call, request, until } = serve({ tasks: { ttlMs: 60_000, pollIntervalMs: 500 } }, jobs);
    const { result: created } = await call("wait", { label: "done" });
    expect(created).toMatchObject({ resultType: "task", status: "working", ttlMs: 60_000, pollIntervalMs: 500 });
    expect(created).not.toHaveProperty("content");
    expect(created.taskId).toMatch(/^[0-9a-f]{32}$/);
    expect(created.createdAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    const { taskId } = created;
    expect((await request("tasks/get", { taskId })).result).toMatchObject({
      ...{ resultType: "complete", taskId, status: "working", statusMessage: "Nearly there" },
    });
    open();
    const done = await until(taskId, "completed");
    expect(done).toMatchObject({ taskId, result: text("done"), createdAt: created.createdAt });
    expect(done).not.toHaveProperty("statusMessage");
  });

  it("answers clients without tasks directly, or refuses them if the task is required", async () => {
    const { call } = serve();
    expect((await call("wait", { label: "now" }, {}, {})).result).toMatchObject({
      ...{ resultType: "complete", ...text("now") },
    });
    expect((await call("fail", {}, {}, {})).error).toMatchObject({
      code: -32021,
      data: { requiredCapabilities: { extensions: { [TASKS]: {} } } },
    });
  });

  it("answers wrong arguments directly", async () => {
    const { call } = serve();
    expect((await call("wait", {})).result).toMatchObject({ resultType: "complete", isError: true });
  });

  it("does not affect other tools, whatever the client asks for", async () => {
    const { call } = serve();
    expect((await call("greet", { name: "Ann" }, { task: { ttl: 1 } })).result).toMatchObject({
      ...{ resultType: "complete", ...text("Hello, Ann!") },
    });
  });

  it("is completed by a tool error, and failed by a protocol error", async () => {
    const { start, until } = serve();
    const failed = await until(await start("fail"), "completed");
    expect(failed.result).toEqual({ resultType: "complete", isError: true, ...text("There is no such city.") });
    const lacking = await until(await start("lack"), "failed");
    expect(lacking.error).toMatchObject({ code: -32021, data: { requiredCapabilities: { roots: {} } } });
    expect(lacking.statusMessage).toBe(lacking.error?.message);
    expect(lacking).not.toHaveProperty("result");
  });

  it("is failed by a masked error, which a plain call answers with a result", async () => {
    const { call, start, until } = serve({ onError: () => undefined });
    const crashed = await until(await start("crash"), "failed");
    expect(crashed.error).toMatchObject({ code: -32603, message: expect.stringMatching(/under reference \w+\.$/) });
    expect(JSON.stringify(crashed)).not.toContain("secret");
    expect((await call("crash", {}, {}, {})).result).toMatchObject({ isError: true });
  });
});

describe("a task that asks", () => {
  it("continues with the answer, in the same run", async () => {
    const { start, until, request } = serve();
    const taskId = await start("confirm");
    const { inputRequests = {} } = await until(taskId, "input_required");
    const [[key, question] = ["", undefined]] = Object.entries(inputRequests);
    expect(question).toMatchObject({ method: "elicitation/create", params: { mode: "form", message: "Who is it?" } });
    const update = await request("tasks/update", { taskId, inputResponses: { [key]: accept("Ann"), other: {} } });
    expect(update.result).toEqual({ resultType: "complete", _meta: expect.anything() });
    expect((await until(taskId, "completed")).result).toMatchObject(text("It is Ann."));
  });

  it("asks again under another key when the answer is invalid", async () => {
    const { start, until, request } = serve();
    const taskId = await start("confirm");
    const keys = async () => Object.keys((await until(taskId, "input_required")).inputRequests ?? {});
    const [first = ""] = await keys();
    for (const wrong of [12345, null, { action: "accept", content: { name: 1 } }]) {
      const [key = ""] = await keys();
      await request("tasks/update", { taskId, inputResponses: { [key]: wrong } });
    }
    const [last = ""] = await keys();
    expect(last).not.toBe(first);
    await request("tasks/update", {
      taskId,
      inputResponses: { [first]: accept("Eve"), [last]: { action: "decline" } },
    });
    expect((await until(taskId, "completed")).result).toMatchObject(text("decline"));
  });

  it("takes several answers one at a time", async () => {
    const { start, until, request } = serve();
    const taskId = await start("both");
    await until(taskId, "input_required");
    await request("tasks/update", { taskId, inputResponses: { second: accept("Bob") } });
    expect(Object.keys((await until(taskId, "input_required")).inputRequests ?? {})).toEqual(["first"]);
    await request("tasks/update", { taskId, inputResponses: { first: accept("Ann") } });
    expect((await until(taskId, "completed")).result).toMatchObject(text("Ann and Bob"));
  });

  it("does not lose time while the person answers", async () => {
    const { start, until, request } = serve();
    const taskId = await start("brief");
    const [key = ""] = Object.keys((await until(taskId, "input_required")).inputRequests ?? {});
    await new Promise((resolve) => setTimeout(resolve, 100));
    await request("tasks/update", { taskId, inputResponses: { [key]: accept("Ann") } });
    expect((await until(taskId, "completed")).result).toMatchObject(text("It is Ann."));
  });

  it("asks before there is a task, if the method releases the connection later", async () => {
    const { call, until, request } = serve();
    const { result: first } = await call("askFirst");
    expect(first).toMatchObject({ resultType: "input_required" });
    expect(first).not.toHaveProperty("taskId");
    const { requestState } = first;
    const { result: created } = await call(
      "askFirst",
      {},
      { requestState, inputResponses: { user_name: accept("Ann") } },
    );
    expect(created).toMatchObject({ resultType: "task", status: "working" });
    expect(created).not.toHaveProperty("requestState");
    const { taskId } = created;
    const { inputRequests = {} } = await until(taskId, "input_required");
    const [key = ""] = Object.keys(inputRequests);
    expect(key).not.toBe("user_name");
    await request("tasks/update", { taskId, inputResponses: { [key]: accept("Bob") } });
    expect((await until(taskId, "completed")).result).toMatchObject(text("Ann and Bob"));
  });
});

describe("the end of a task", () => {
  it("comes when it is cancelled, even repeatedly", async () => {
    const jobs = new Jobs();
    jobs.gate = new Promise(() => undefined);
    const { start, until, request } = serve({}, jobs);
    const taskId = await start("wait", { label: "never" });
    for (const _ of [1, 2]) {
      const { result } = await request("tasks/cancel", { taskId });
      expect(result).toEqual({ resultType: "complete", _meta: expect.anything() });
    }
    expect(await until(taskId, "cancelled")).not.toHaveProperty("result");
    expect(jobs.aborted).toEqual(["AbortError"]);
  });

  it("ends a method that waits for an answer", async () => {
    const { start, until, request } = serve();
    const taskId = await start("confirm");
    await until(taskId, "input_required");
    await request("tasks/cancel", { taskId });
    expect(await until(taskId, "cancelled")).not.toHaveProperty("inputRequests");
  });

  it("comes when it expires, or when the server ends", async () => {
    const jobs = new Jobs();
    jobs.gate = new Promise(() => undefined);
    const kept = new Map<string, Task>();
    const store = {
      create: async ({ task }: { task: Task }) => Boolean(kept.set(task.taskId, task)),
      write: async ({ task }: { task: Task }) => void kept.set(task.taskId, task),
      read: async (taskId: string) => ({ task: kept.get(taskId) as Task, owner: "" }),
    };
    const short = serve({ tasks: { store, ttlMs: 20 } }, jobs);
    expect(await short.until(await short.start("wait", { label: "long" }), "failed")).toMatchObject({
      error: { code: -32603, message: "The task was stopped: it had not ended after 20 ms." },
    });
    const ended = serve({ tasks: { store } }, jobs);
    const taskId = await ended.start("wait", { label: "long" });
    await ended.end();
    expect(kept.get(taskId)).toMatchObject({ status: "failed", error: { message: "The server was shut down." } });
    expect(jobs.aborted).toEqual(["AbortError", "AbortError"]);
  });
});

describe("the owner of a task", () => {
  const ANN: Caller = { subject: "ann", issuer: "https://a", clientId: "app" };

  it("is checked by the server: another owner's task does not exist", async () => {
    const { request } = serve();
    const ann = await request("tools/call", { name: "confirm", arguments: {} }, KNOWING, ANN);
    const { taskId } = ann.result;
    for (const other of [{ ...ANN, subject: "bob" }, { ...ANN, clientId: "another" }, undefined]) {
      for (const method of ["tasks/get", "tasks/update", "tasks/cancel"]) {
        const { error } = await request(method, { taskId, inputResponses: {} }, KNOWING, other);
        expect(error?.code).toBe(-32602);
      }
    }
    expect((await request("tasks/get", { taskId }, KNOWING, ANN)).result.taskId).toBe(taskId);
  });

  it("matters only to clients that support tasks", async () => {
    const { request } = serve();
    for (const method of ["tasks/get", "tasks/update", "tasks/cancel"]) {
      const { error } = await request(method, { taskId: "any", inputResponses: {} }, {});
      expect(error).toMatchObject({ code: -32021, data: { requiredCapabilities: { extensions: { [TASKS]: {} } } } });
    }
    expect((await request("tasks/get", { taskId: "any" })).error?.code).toBe(-32602);
    for (const method of ["tasks/list", "tasks/result"]) {
      expect((await request(method, { taskId: "any" })).error?.code).toBe(-32601);
    }
  });
});

describe("the store in this process", () => {
  it("stores no more tasks than it has room for", async () => {
    const { call, start } = serve({}, undefined, { maxTasks: 1 });
    await start("confirm");
    expect((await call("both")).result.resultType).toBe("input_required");
    expect((await call("fail")).result).toMatchObject({ isError: true, ...text(expect.stringMatching(/Call again/)) });
  });

  it("drops expired tasks, and has room again", async () => {
    const { start, call, request } = serve({ tasks: { ttlMs: 1 } }, undefined, { maxTasks: 1 });
    const taskId = await start("confirm");
    while ((await request("tasks/get", { taskId })).result) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await request("tasks/get", { taskId })).error?.code).toBe(-32602);
    expect((await call("fail")).result.resultType).toBe("task");
  });

  it("may fail: then calls are answered as if there were no room, and the log says why", async () => {
    const failing = async () => {
      throw new Error("secret db host");
    };
    const reports: unknown[] = [];
    const store = { create: failing, write: failing, read: failing };
    const { call, request } = serve({ tasks: { store }, onError: ({ error }) => void reports.push(error) });
    expect((await call("wait", { label: "now" })).result).toMatchObject({ resultType: "complete", ...text("now") });
    expect((await call("fail")).result).toMatchObject({ isError: true, ...text(expect.stringMatching(/Call again/)) });
    const { error } = await request("tasks/get", { taskId: "any" });
    expect(error).toMatchObject({ code: -32603, message: expect.not.stringContaining("secret") });
    expect(reports).toEqual([1, 2, 3].map(() => expect.objectContaining({ message: "secret db host" })));
  });

  it("may not answer: the server still ends", async () => {
    const never = () => new Promise<never>(() => undefined);
    const { engine, start } = serve({ tasks: { store: { create: async () => true, write: never, read: never } } });
    await start("confirm");
    closing.splice(0);
    const nothing = async () => undefined;
    await endInSteps(10, engine, { whenAnswered: nothing, answerRest: () => undefined, flush: nothing });
  });

  it("refuses invalid numbers", () => {
    const tasks = { ttlMs: 0 };
    expect(() => serve({ tasks })).toThrow(/option tasks cannot be used: tasks\.ttlMs must be a whole number from 1/);
  });
});
