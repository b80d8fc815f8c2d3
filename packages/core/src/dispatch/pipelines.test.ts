import { afterEach, describe, expect, it, vi } from "vitest";
import { Asking, askingManifest, type Method } from "../ask/asking.fixture.js";
import { createPageCursors } from "../call/create-page-cursors.js";
import { Invocation } from "../call/invocation.js";
import { RunningCalls } from "../call/running-calls.js";
import { clientRequest } from "../engine/serve-directly.fixture.js";
import { Library, libraryManifest } from "../library.fixture.js";
import type { ToolManifest } from "../manifest/manifest.js";
import type { Middleware } from "../primitives/middleware.js";
import type { Tool } from "../primitives/primitive.js";
import { defineServer, registryOf } from "../registry/define-server.js";
import type { Call } from "./call.js";
import { Pipelines } from "./pipelines.js";
import { SuspendedCalls } from "./suspended-calls.js";

afterEach(() => void vi.useRealTimers());

/** The pipeline of a tool with these rules, and a record of what it called. */
function pipelineOf(method: Method, options: Partial<ToolManifest>, middleware?: Middleware) {
  const events: string[] = [];
  const use: Middleware[] = [
    (call, next) => {
      events.push("middleware");
      return (middleware ?? (() => next()))(call, next);
    },
  ];
  const noted: Method = (...args) => {
    events.push("method");
    return method(...args);
  };
  const definition = defineServer(new Asking(noted), { manifest: askingManifest(options), use, onError: () => {} });
  const { catalog, settings } = registryOf(definition);
  const tool = catalog.declared.tools.get("ask") as Tool;
  const run = new Pipelines(new SuspendedCalls()).of(tool);
  const call = (args: object = {}, capabilities: object = {}, signal = new AbortController().signal) => {
    const source = 'tool "ask"';
    const invocation = new Invocation({
      ...{ request: clientRequest({ client: { capabilities: { ...capabilities } }, signal }), era: "legacy", source },
      ...{ forms: tool.forms, calls: new RunningCalls(), catalog, report: settings.report },
      ...{ modernRequester: undefined, task: undefined, continues: undefined, fetchOptions: undefined },
      ...{ pagesOf: source, cursors: () => createPageCursors("test", settings.secretKey, settings.report) },
    });
    const made: Call = { kind: "tool", name: "ask", source, arguments: { ...args }, invocation };
    return run(made);
  };
  return { call, events };
}

const WRONG = { topic: 7 };

describe("the rules of a call", () => {
  it("check capabilities before the arguments", async () => {
    const { call, events } = pipelineOf(() => "done", { requires: ["sampling"] });
    expect(await call(WRONG)).toMatchObject({
      status: "failed",
      fault: { kind: "missing-capability", data: { requiredCapabilities: { sampling: {} } } },
    });
    expect(await call(WRONG, { sampling: {} })).toMatchObject({
      status: "failed",
      fault: { kind: "invalid-arguments", message: expect.stringContaining("Invalid arguments for tool ask") },
    });
    expect(events).toEqual([]);
    expect(await call({}, { sampling: {} })).toMatchObject({ status: "completed" });
    expect(events).toEqual(["middleware", "method"]);
  });

  it("limit the method's time, not counting middleware", async () => {
    vi.useFakeTimers();
    const { call } = pipelineOf(
      () => "done",
      { timeout: 100 },
      async (_, next) => {
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        const outcome = await next();
        await new Promise((resolve) => setTimeout(resolve, 1_000));
        return outcome;
      },
    );
    const called = call();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await called).toMatchObject({ status: "completed" });
  });

  it("tell middleware that the method timed out", async () => {
    vi.useFakeTimers();
    const seen: unknown[] = [];
    const { call } = pipelineOf(
      () => new Promise(() => undefined),
      { timeout: 100 },
      async (_, next) => {
        const outcome = await next();
        seen.push(outcome);
        return outcome;
      },
    );
    const called = call();
    await vi.advanceTimersByTimeAsync(100);
    const message = 'The tool "ask" timed out after 100 ms.';
    expect(await called).toMatchObject({ status: "failed", fault: { kind: "refused", message } });
    expect(seen).toMatchObject([{ status: "failed", fault: { kind: "refused", message } }]);
  });

  it("never reject: whatever is thrown becomes the outcome", async () => {
    const failing = () => {
      throw new Error("secret db host");
    };
    const masked = { status: "failed", fault: { kind: "masked", error: new Error("secret db host") } };
    expect(await pipelineOf(failing, {}).call()).toMatchObject(masked);
    expect(await pipelineOf(() => "done", {}, failing).call()).toMatchObject(masked);
    expect(await pipelineOf(failing, {}).call({}, {}, AbortSignal.abort())).toMatchObject({
      status: "failed",
      fault: { kind: "cancelled", message: "Cancelled." },
    });
  });
});

it("every primitive and every completer has its pipeline", () => {
  const { declared } = registryOf(defineServer(Library, { manifest: libraryManifest() })).catalog;
  const pipelines = new Pipelines(new SuspendedCalls());
  const completed = [...declared.templates, ...declared.prompts.values()];
  for (const primitive of [...declared.resources.values(), ...completed]) {
    expect(pipelines.of(primitive)).toBeTypeOf("function");
  }
  for (const primitive of completed) expect(pipelines.completionOf(primitive)).toBeTypeOf("function");
});
