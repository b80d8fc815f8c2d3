import { AsyncLocalStorage } from "node:async_hooks";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Asking, accept, askingManifest, type Method } from "../../ask/asking.fixture.js";
import type { Context } from "../../context.js";
import { serveDirectly } from "../../engine/serve-directly.fixture.js";
import { Library, libraryManifest } from "../../library.fixture.js";
import type { Middleware, MiddlewareCall, Outcome } from "../../primitives/middleware.js";
import { ProtocolError } from "../../protocol-error.js";
import { defineServer } from "../../registry/define-server.js";
import type { DefineServerOptions } from "../../registry/define-server-options.js";
import { Jobs, jobsManifest } from "../../tasks/jobs.fixture.js";
import { ToolError } from "../../tool-error.js";
import { Weather, weatherManifest } from "../../weather.fixture.js";

afterEach(() => vi.restoreAllMocks());

const SECRET = "0123456789abcdef0123456789abcdef";
const HOUR_MS = 60 * 60 * 1_000;

/** Records the calls that pass through it. */
function recorder() {
  const calls: MiddlewareCall[] = [];
  const outcomes: Outcome[] = [];
  const record: Middleware = async (call, next) => {
    calls.push(call);
    const outcome = await next();
    outcomes.push(outcome);
    return outcome;
  };
  return { calls, outcomes, record };
}

/** Middleware that records when a call begins and ends. */
function named(name: string, events: string[]): Middleware {
  return async (_, next) => {
    events.push(`${name} in`);
    const outcome = await next();
    events.push(`${name} out`);
    return outcome;
  };
}

function serveWeather(...use: Middleware[]) {
  const { send, reports } = serveDirectly(Weather, { manifest: weatherManifest(), use });
  const call = (name: string, args: object) => send("tools/call", { name, arguments: args });
  return { send, call, reports };
}

describe("middleware", () => {
  it.each<[string, string, object, Partial<MiddlewareCall>, object]>([
    [
      "a tool",
      "tools/call",
      { name: "when", arguments: { day: "2026-01-31T00:00:00.000Z" } },
      { kind: "tool", name: "when", arguments: { day: new Date("2026-01-31T00:00:00.000Z") } },
      { structuredContent: { next: "2026-02-01T00:00:00.000Z" } },
    ],
    [
      "a resource",
      "resources/read",
      { uri: "weather://all" },
      { kind: "resource", name: "weather://all", arguments: {} },
      { contents: [{ uri: "weather://all", mimeType: "application/json", text: '["Paris"]' }] },
    ],
    [
      "a template",
      "resources/read",
      { uri: "weather://Oslo/day/2" },
      { kind: "resource", name: "weather://Oslo/day/2", arguments: { city: "Oslo", day: 2 } },
      { contents: [expect.objectContaining({ text: '{"city":"Oslo","day":2}' })] },
    ],
    [
      "a prompt",
      "prompts/get",
      { name: "packing", arguments: { city: "Oslo", days: "5" } },
      { kind: "prompt", name: "packing", arguments: { city: "Oslo", days: 5 } },
      { messages: [{ role: "user", content: { type: "text", text: "5 days in Oslo" } }] },
    ],
  ])("wraps calls of %s, with the method's arguments and the client's result", async (...row) => {
    const [, method, params, seen, result] = row;
    const { calls, outcomes, record } = recorder();
    const answer = await serveWeather(record).send(method, params);
    expect(calls).toEqual([expect.objectContaining(seen)]);
    expect(outcomes).toEqual([{ status: "completed", result: expect.objectContaining(result) }]);
    expect(answer).toMatchObject(result);
  });

  it.each<[string, object, string, object]>([
    ["a template", { type: "ref/resource", uri: "library://book/{id}" }, "library://book/{id}", { name: "id" }],
    ["a prompt", { type: "ref/prompt", name: "recommend" }, "recommend", { name: "mood" }],
  ])("wraps the completions of %s", async (_, ref, name, argument) => {
    const { calls, outcomes, record } = recorder();
    const { send } = serveDirectly(Library, { manifest: libraryManifest(), use: [record] });
    const sent = { argument: { ...argument, value: "a" }, context: { arguments: { other: "b" } } };
    const answer = await send("completion/complete", { ref, ...sent });
    expect(answer).toEqual({ completion: { values: [], total: 0, hasMore: false } });
    expect(calls).toEqual([expect.objectContaining({ kind: "completion", name, arguments: sent })]);
    expect(outcomes).toEqual([{ status: "completed", result: answer }]);
  });

  it("has the context of the request", async () => {
    const { calls, record } = recorder();
    const { send } = serveDirectly(Weather, { manifest: weatherManifest(), use: [record] });
    const caller = { subject: "ada" };
    const client = { name: "test", capabilities: {} };
    await send("resources/read", { uri: "weather://all" }, { id: 7, caller, client, revision: "2025-06-18" });
    expect(calls[0]?.context).toMatchObject({ requestId: 7, auth: caller, client, era: "legacy" });
  });

  it("does not run for a call that is refused before its method", async () => {
    const { calls, record } = recorder();
    const { send, call } = serveWeather(record);
    expect(await call("add", { a: "two" })).toMatchObject({ isError: true });
    await expect(call("none", {})).rejects.toThrow("Unknown tool");
    await expect(send("resources/read", { uri: "weather://Oslo/day/0" })).rejects.toThrow("Invalid URI");
    await expect(send("prompts/get", { name: "packing" })).rejects.toThrow("city");
    expect(calls).toEqual([]);
  });

  it("sees the full reason why a call failed", async () => {
    const { outcomes, record } = recorder();
    const { send, call } = serveWeather(record);
    await call("explode", { kind: "tool" });
    await call("explode", { kind: "secret" });
    await send("resources/read", { uri: "weather://Atlantis/day/1" }).catch(() => undefined);
    const message = "Ask for another city.";
    expect(outcomes).toMatchObject([
      { status: "failed", fault: { kind: "refused", message, error: new ToolError(message) } },
      { status: "failed", fault: { kind: "masked", error: new Error("secret db host") } },
      { status: "failed", fault: { kind: "resource-not-found", data: { uri: "weather://Atlantis/day/1" } } },
    ]);
  });

  it("can replace the outcome, whatever it was", async () => {
    const text = (value: string) => ({ content: [{ type: "text", text: value }] });
    const { call } = serveWeather(async (_, next) => {
      const { status } = await next();
      if (status === "failed") return { status: "completed", result: text("It is fine.") };
      return { status: "failed", fault: { kind: "refused", message: "Not today." } };
    });
    expect(await call("add", { a: 1 })).toEqual({ isError: true, ...text("Not today.") });
    expect(await call("explode", { kind: "secret" })).toEqual(text("It is fine."));
  });

  it("can answer without calling the method", async () => {
    const { call, reports } = serveWeather(async () => ({ status: "completed", result: { content: [] } }));
    expect(await call("explode", { kind: "secret" })).toEqual({ content: [] });
    expect(reports).toEqual([]);
  });

  it("may throw a ToolError that the client may read", async () => {
    const { send, call, reports } = serveWeather(async () => {
      throw new ToolError("Too many calls.");
    });
    expect(await call("add", { a: 1 })).toEqual({
      isError: true,
      content: [{ type: "text", text: "Too many calls." }],
    });
    await expect(send("resources/read", { uri: "weather://all" })).rejects.toMatchObject({
      fault: { kind: "refused", message: "Too many calls." },
    });
    expect(reports).toEqual([]);
  });

  it("may throw or return a protocol error with a code of its own", async () => {
    const fault = { kind: "protocol", code: 4029, message: "The quota is used up.", data: ["a"] } as const;
    const thrown = serveWeather(() => Promise.reject(new ProtocolError(4029, fault.message, fault.data)));
    await expect(thrown.call("add", { a: 1 })).rejects.toMatchObject({ fault });
    const returned = serveWeather(async () => ({ status: "failed", fault }));
    await expect(returned.send("resources/read", { uri: "weather://all" })).rejects.toMatchObject({ fault });
    expect([...thrown.reports, ...returned.reports]).toEqual([]);
  });

  it.each(["before", "after"])("that fails %s the method is masked", async (moment) => {
    const { call, reports } = serveWeather(async (_, next) => {
      if (moment === "after") await next();
      throw new Error("secret db host");
    });
    const answer = await call("add", { a: 1 });
    expect(answer).toMatchObject({ isError: true });
    expect(JSON.stringify(answer)).not.toContain("secret db host");
    expect(JSON.stringify(answer)).toContain(reports[0]?.reference);
    expect(reports).toMatchObject([{ error: new Error("secret db host"), source: 'tool "add"' }]);
  });

  it("may call next() only once", async () => {
    let runs = 0;
    const method = () => String(++runs);
    const { send, reports } = serveDirectly(new Asking(method), {
      manifest: askingManifest(),
      use: [
        async (_, next) => {
          await next();
          return next();
        },
      ],
    });
    expect(await send("tools/call", { name: "ask" })).toMatchObject({ isError: true });
    expect(runs).toBe(1);
    expect(String(reports[0]?.error)).toContain("next() twice");
  });

  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["a result", { content: [] }],
    ["an invalid outcome", { status: "asking" }],
  ])("that returns %s gets an error in the log", async (_, returned) => {
    const { call, reports } = serveWeather(async (_call, next) => {
      await next();
      return returned as Outcome;
    });
    expect(await call("add", { a: 1 })).toMatchObject({ isError: true });
    expect(String(reports[0]?.error)).toContain("returned no outcome: return the outcome of next()");
  });

  it.each<[string, unknown, string]>([
    ["a result without content", completed({}), '"content" must be an array'],
    ["a result with half a block", completed({ content: [{ type: "text" }] }), "an array of content blocks"],
    ["no result", completed(undefined), '"content" must be an array'],
    ["a text as the result", completed("secret"), '"content" must be an array'],
    ["a result type", completed({ content: [], resultType: "task" }), "resultType"],
    ["an unknown kind of fault", failed({ kind: "forbidden", message: "secret" }), "unknown kind"],
    ["a property of Object as the kind", failed({ kind: "constructor", message: "secret" }), "unknown kind"],
    ["no fault", failed(undefined), "unknown kind"],
    ["a fault without a message", failed({ kind: "refused" }), '"message" must be a text'],
    ["a fault with a list as data", failed({ kind: "refused", message: "secret", data: [] }), '"data" must be'],
    [
      "a protocol error without a code",
      failed({ kind: "protocol", message: "secret" }),
      "undefined cannot be the code",
    ],
    ["one with a reserved code", failed({ kind: "protocol", message: "secret", code: -32_022 }), "cannot be the code"],
  ])("must not return %s: the client gets a reference, and the operator the cause", async (_, outcome, cause) => {
    const { call, reports } = serveWeather(async () => outcome as Outcome);
    const result = await call("add", { a: 1 });
    expect(result).toMatchObject({ isError: true });
    expect(textOf(result)).toContain(reports[0]?.reference);
    expect(JSON.stringify(result)).not.toContain("secret");
    expect(String(reports[0]?.error)).toContain(cause);
  });

  it("may return what becomes JSON, but nothing else", async () => {
    const took = await serveWeather(async () => completed({ content: [], _meta: { took: 5n } }) as Outcome);
    expect(await took.call("add", { a: 1 })).toEqual({ content: [], _meta: { took: "5" } });
    const endless = await serveWeather(async () => completed(circular()) as Outcome);
    expect(textOf(await endless.call("add", { a: 1 }))).toContain("cannot be sent as JSON");
  });

  it("gets the outcome of a method that throws what nobody can inspect", async () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const { outcomes, record } = recorder();
    const { call, reports } = serveAsking(() => {
      throw proxy;
    }, [record]);
    expect(textOf((await call()) as never)).toContain(reports[0]?.reference);
    expect(outcomes).toMatchObject([{ status: "failed", fault: { kind: "masked" } }]);
  });

  it("cannot change the arguments of the method", async () => {
    const { call, reports } = serveWeather(async (called, next) => {
      (called.arguments as { a: number }).a = 5;
      return next();
    });
    expect(await call("add", { a: 1 })).toMatchObject({ isError: true });
    expect(String(reports[0]?.error)).toContain("read only property");
  });

  it("runs in the order of the list, with the first outermost", async () => {
    const events: string[] = [];
    await serveWeather(named("first", events), named("second", events)).call("add", { a: 1 });
    expect(events).toEqual(["first in", "second in", "second out", "first out"]);
  });

  it("of an inner server runs inside the outer one's, around its own calls only", async () => {
    const events: string[] = [];
    const inner = recorder();
    const outer = recorder();
    const weather = defineServer(Weather, { manifest: weatherManifest(), use: [named("inner", events), inner.record] });
    const library = defineServer(Library, { manifest: libraryManifest() });
    const { send } = serveDirectly({ w: weather, l: library }, { use: [named("outer", events), outer.record] });
    await send("tools/call", { name: "w_add", arguments: { a: 1 } });
    expect(events.splice(0)).toEqual(["outer in", "inner in", "inner out", "outer out"]);
    await send("prompts/get", { name: "l_recommend", arguments: { mood: "sad" } });
    await send("resources/read", { uri: "library://all" });
    const ref = { type: "ref/prompt", name: "l_recommend" };
    await send("completion/complete", { ref, argument: { name: "mood", value: "" } });
    expect(new Set(events)).toEqual(new Set(["outer in", "outer out"]));
    expect(inner.calls.map(({ name }) => name)).toEqual(["w_add"]);
    expect(outer.calls.map(({ name }) => name)).toEqual(["w_add", "l_recommend", "library://all", "l_recommend"]);
  });
});

const completed = (result: unknown) => ({ status: "completed", result });
const failed = (fault: unknown) => ({ status: "failed", fault });

function circular(): object {
  const result: { content: unknown[] } = { content: [] };
  result.content.push(result);
  return result;
}

const askTwice = async (ctx: Context) => {
  const names = [await askName(ctx), await askName(ctx)];
  return names.join(" and ");
};

async function askName(ctx: Context): Promise<string> {
  const answer = await ctx.elicit<{ name: string }>("Your name?");
  return answer.action === "accept" ? answer.content.name : answer.action;
}

const client = { capabilities: { elicitation: {} } };
const FIRST = "elicit: Your name?";
const SECOND = "elicit: Your name? (2)";

/** Serves a method that asks a modern client. */
function serveAsking(method: Method, use: readonly Middleware[], options: DefineServerOptions = {}) {
  const served = serveDirectly(new Asking(method), { manifest: askingManifest(), use, ...options });
  let id = 0;
  const call = (params: object = {}, signal?: AbortSignal) =>
    served.send("tools/call", { name: "ask", ...params }, { id: ++id, client, ...(signal && { signal }) });
  /** Calls again with the answer to the question. */
  const answer = (asked: { requestState: string }, key: string, name: string) =>
    call({ requestState: asked.requestState, inputResponses: { [key]: accept({ name }) } });
  return { ...served, call, answer };
}

const textOf = (result: { content: { text: string }[] }) => result.content[0]?.text;
const soon = () => new Promise((resolve) => setImmediate(resolve));
const GIVEN_UP = { status: "failed", fault: { kind: "cancelled", message: expect.stringContaining("not come back") } };

describe("a call that asks its client", () => {
  it("goes through middleware once, however often a modern client comes back", async () => {
    const { calls, outcomes, record } = recorder();
    const ids: unknown[] = [];
    const noteId: Middleware = async (called, next) => {
      ids.push(called.context.requestId);
      const outcome = await next();
      ids.push(called.context.requestId);
      return outcome;
    };
    const runs = vi.fn(askTwice);
    const { call, answer } = serveAsking(runs, [record, noteId]);
    const first = await call();
    expect(first.resultType).toBe("input_required");
    const second = await answer(first, FIRST, "Ada");
    expect(second.resultType).toBe("input_required");
    expect(outcomes).toEqual([]);
    const last = await answer(second, SECOND, "Bob");
    expect(textOf(last)).toBe("Ada and Bob");
    expect(calls).toHaveLength(1);
    expect(outcomes).toEqual([{ status: "completed", result: last }]);
    // The context of the current request.
    expect(ids).toEqual([1, 3]);
    expect(runs).toHaveBeenCalledTimes(3);
  });

  it("goes through middleware once while the method waits for a legacy client", async () => {
    const { calls, outcomes, record } = recorder();
    const { send } = serveAsking(askTwice, [record]);
    const ask = async () => accept({ name: "Ada" });
    const result = await send("tools/call", { name: "ask" }, { client, ask, revision: "2025-11-25" });
    expect(textOf(result)).toBe("Ada and Ada");
    expect(calls).toHaveLength(1);
    expect(outcomes).toEqual([{ status: "completed", result }]);
  });

  it("has the async context of its middleware in every run", async () => {
    const storage = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    const method = async (ctx: Context) => {
      seen.push(storage.getStore());
      return askTwice(ctx);
    };
    const { call, answer } = serveAsking(method, [(_, next) => storage.run("in middleware", next)]);
    const second = await answer(await call(), FIRST, "Ada");
    expect(textOf(await answer(second, SECOND, "Bob"))).toBe("Ada and Bob");
    expect(seen).toEqual(Array(3).fill("in middleware"));
  });

  it("is not aborted while it waits, so that a failure of its middleware is reported", async () => {
    const aborted: boolean[] = [];
    const request = new AbortController();
    const { call, answer, reports } = serveAsking(askName, [
      async (called, next) => {
        const waiting = next();
        await soon();
        await soon();
        aborted.push(called.context.signal.aborted);
        await waiting;
        throw new Error("no audit");
      },
    ]);
    const first = await call({}, request.signal);
    // As an HTTP client does when it has its answer.
    request.abort();
    await soon();
    await soon();
    expect(textOf(await answer(first, FIRST, "Ada"))).toContain(reports[0]?.reference);
    expect(aborted).toEqual([false]);
    expect(String(reports[0]?.error)).toContain("no audit");
  });

  it("lets its middleware end when the client cannot be asked", async () => {
    const { outcomes, record } = recorder();
    const large = async (ctx: Context) => {
      await ctx.once("large", () => "x".repeat(70_000));
      return askName(ctx);
    };
    const { call } = serveAsking(large, [record]);
    await expect(call()).rejects.toThrow();
    await soon();
    expect(outcomes).toMatchObject([{ status: "failed", fault: { message: "The client could not be asked." } }]);
  });

  it("may have its outcome replaced once it is known", async () => {
    const { call, answer } = serveAsking(askName, [
      async (_, next) => {
        await next();
        throw new ToolError("Not today.");
      },
    ]);
    const first = await call();
    expect(first.resultType).toBe("input_required");
    expect(textOf(await answer(first, FIRST, "Ada"))).toBe("Not today.");
  });

  it("is answered by middleware that did not wait for it", async () => {
    let stop = (): void => undefined;
    const stopped = new Promise<Outcome>((resolve) => {
      stop = () => resolve({ status: "failed", fault: { kind: "refused", message: "Too late." } });
    });
    const runs = vi.fn(askName);
    const { call, answer } = serveAsking(runs, [(_, next) => Promise.race([next(), stopped])]);
    const first = await call();
    stop();
    await soon();
    expect(textOf(await answer(first, FIRST, "Ada"))).toBe("Too late.");
    expect(runs).toHaveBeenCalledTimes(1);
  });

  it("begins again when its answer comes twice, or comes to another process with the same secret", async () => {
    const { calls, outcomes, record } = recorder();
    const here = serveAsking(askName, [record], { secret: SECRET });
    const there = serveAsking(askName, [record], { secret: SECRET });
    const first = await here.call();
    for (const { answer } of [here, here, there]) expect(textOf(await answer(first, FIRST, "Ada"))).toBe("Ada");
    expect(calls).toHaveLength(3);
    expect(outcomes).toHaveLength(3);
  });

  it("is given up when another one asks under the same id", async () => {
    const { outcomes, record } = recorder();
    const { call, answer } = serveAsking(askTwice, [record]);
    const first = await call();
    // Both continue the same call: the second one begins it again.
    const [second] = await Promise.all([answer(first, FIRST, "Ada"), answer(first, FIRST, "Eve")]);
    await expect.poll(() => outcomes).toMatchObject([GIVEN_UP]);
    expect(textOf(await answer(second, SECOND, "Bob"))).toBe("Ada and Bob");
    expect(outcomes).toHaveLength(2);
  });

  it("lets its middleware end when the client does not come back", async () => {
    const { outcomes, record } = recorder();
    const { call, answer } = serveAsking(askName, [record]);
    const forgotten = await call();
    const now = Date.now();
    const clock = vi.spyOn(Date, "now").mockReturnValue(now + HOUR_MS - 10_000);
    const second = await call();
    await soon();
    expect(outcomes).toEqual([]);
    clock.mockReturnValue(now + HOUR_MS + 10_000);
    await call();
    await expect.poll(() => outcomes).toMatchObject([GIVEN_UP]);
    await expect(answer(forgotten, FIRST, "Ada")).rejects.toThrow("Invalid requestState");
    expect(textOf(await answer(second, FIRST, "Ada"))).toBe("Ada");
  });

  it("lets its middleware end when the client does not come back, without other traffic", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"], now: Date.now() });
    try {
      const { outcomes, record } = recorder();
      const { call } = serveAsking(askName, [record]);
      for (const start of [call, call]) {
        const asked = start();
        // The method's question waits for a moment.
        const waiting = setInterval(() => vi.advanceTimersByTime(1), 1);
        await asked;
        clearInterval(waiting);
        await vi.advanceTimersByTimeAsync(HOUR_MS / 2);
      }
      expect(outcomes).toMatchObject([GIVEN_UP]);
      await vi.advanceTimersByTimeAsync(HOUR_MS / 2);
      expect(outcomes).toMatchObject([GIVEN_UP, GIVEN_UP]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("lets its middleware end when newer calls need the room", async () => {
    const { outcomes, record } = recorder();
    const { call } = serveAsking(askName, [record]);
    for (let asked = 0; asked < 1_000; asked++) await call();
    expect(outcomes).toEqual([]);
    await call();
    await expect.poll(() => outcomes).toMatchObject([GIVEN_UP]);
  });

  it("lets its middleware end with the server, which waits for it", async () => {
    const events: string[] = [];
    const cleanUp: Middleware = async (_, next) => {
      const { status } = await next();
      await soon();
      events.push(status);
      throw new Error("cannot clean up");
    };
    const { call, engine, reports } = serveAsking(askName, [cleanUp]);
    await call();
    engine.abort();
    await engine.whenSettled();
    expect(events).toEqual(["failed"]);
    expect(reports.map(({ error }) => String(error))).toContain("Error: cannot clean up");
  });

  it("lets its middleware end when it asks while the server ends", async () => {
    const { outcomes, record } = recorder();
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    const heedless = async (ctx: Context) => {
      await gate;
      return askName(ctx);
    };
    const { call, engine } = serveAsking(heedless, [record]);
    const called = call();
    await soon();
    engine.abort();
    go();
    await called;
    await engine.whenSettled();
    expect(outcomes).toMatchObject([GIVEN_UP]);
  });

  it("is also one call when it becomes a task", async () => {
    const { outcomes, record } = recorder();
    const { send } = serveDirectly(new Jobs(), { manifest: jobsManifest(), use: [record] });
    const knowing = { capabilities: { elicitation: {}, extensions: { "io.modelcontextprotocol/tasks": {} } } };
    const created = await send("tools/call", { name: "confirm" }, { client: knowing });
    expect(created.resultType).toBe("task");
    const { taskId } = created;
    const task = () => send("tasks/get", { taskId }, { client: knowing });
    await vi.waitFor(async () => expect((await task()).status).toBe("input_required"));
    expect(outcomes).toEqual([]);
    const [key = ""] = Object.keys((await task()).inputRequests);
    const inputResponses = { [key]: accept({ name: "Ada" }) };
    await send("tasks/update", { taskId, inputResponses }, { client: knowing });
    await vi.waitFor(async () => expect((await task()).status).toBe("completed"));
    const { content } = (await task()).result;
    expect(content).toEqual([{ type: "text", text: "It is Ada." }]);
    expect(outcomes).toEqual([{ status: "completed", result: { content } }]);
  });
});
