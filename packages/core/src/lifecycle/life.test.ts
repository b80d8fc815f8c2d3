import { afterEach, describe, expect, it, vi } from "vitest";
import { manifestOf, methodOf } from "../../../../test/support/manifest-by-hand.js";
import type { Root, Session } from "../context.js";
import { tool } from "../decorators/tool.js";
import { createEngine } from "../engine/create-engine.js";
import { endInSteps } from "../engine/end-in-steps.js";
import { serveDirectly } from "../engine/serve-directly.fixture.js";
import { env } from "../env/env.js";
import type { ClassManifest } from "../manifest/manifest.js";
import { defineServer } from "../registry/define-server.js";
import { ToolError } from "../tool-error.js";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const ENV = [{ name: "LIFE_KEY", description: "A key", secret: true }] as const;

function manifest(only: Partial<ClassManifest>) {
  const tools = [{ ...methodOf("hello"), timeout: 10 }];
  return manifestOf({ class: "Recorder", tools, ...only });
}

/** Records what is called. */
class Recorder {
  static readonly env = env({ LIFE_KEY: { description: "A key", secret: true } });
  readonly calls: unknown[] = [];
  /** What `init` does, one after the other. */
  readonly inits: (() => unknown)[];

  constructor(...inits: (() => unknown)[]) {
    this.inits = inits;
  }

  init(given: object): unknown {
    this.calls.push("init", given);
    return this.inits.shift()?.();
  }

  rootsChanged(roots: readonly Root[], session: Session): void {
    this.calls.push("rootsChanged", roots, session);
  }

  close(): unknown {
    this.calls.push("close");
    return this.inits.shift()?.();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.calls.push("dispose");
  }

  @tool({ timeout: 10 })
  hello(): string {
    return "Hello";
  }
}

function serve(recorder: Recorder, only: Partial<ClassManifest>) {
  return serveDirectly(recorder, { manifest: manifest(only) });
}

const end = (engine: Parameters<typeof endInSteps>[1], graceMs = 1_000) => {
  const nothing = async () => undefined;
  return endInSteps(graceMs, engine, { whenAnswered: nothing, answerRest: () => undefined, flush: nothing });
};

const call = { name: "hello" };
const HELLO = { content: [{ text: "Hello" }] };

describe("init", () => {
  it("runs before the first call, with the environment, and not again", async () => {
    const recorder = new Recorder();
    const { send } = serve(recorder, { hooks: ["init"] });
    await send("tools/list");
    expect(recorder.calls).toEqual([]);
    expect(await send("tools/call", call)).toMatchObject(HELLO);
    expect(await send("tools/call", call)).toMatchObject(HELLO);
    expect(recorder.calls).toEqual(["init", process.env]);
  });

  it("does not count against the timeout of a tool", async () => {
    const { send } = serve(new Recorder(() => new Promise((resolve) => setTimeout(resolve, 50))), { hooks: ["init"] });
    expect(await send("tools/call", call)).toMatchObject(HELLO);
  });

  it("is reported once for all calls that waited for it, and tried again", async () => {
    const recorder = new Recorder(() => Promise.reject(new Error("secret db host")));
    const { send, reports } = serve(recorder, { hooks: ["init"] });
    const failed = await Promise.all([send("tools/call", call), send("tools/call", call)]);
    expect(reports).toMatchObject([{ source: "init of Recorder", error: new Error("secret db host") }]);
    for (const { isError, content } of failed) {
      expect(isError).toBe(true);
      expect(content[0].text).toContain(reports[0]?.reference);
      expect(content[0].text).not.toContain("secret");
    }
    expect(await send("tools/call", call)).toMatchObject(HELLO);
    expect(recorder.calls).toHaveLength(4);
  });

  it("may say to the model why it failed", async () => {
    const recorder = new Recorder(() => Promise.reject(new ToolError("Sign in first.")));
    const { send, reports } = serve(recorder, { hooks: ["init"] });
    expect(await send("tools/call", call)).toMatchObject({ isError: true, content: [{ text: "Sign in first." }] });
    expect(reports).toEqual([]);
  });

  it("is reported when it takes long", async () => {
    vi.useFakeTimers();
    const recorder = new Recorder(() => new Promise((resolve) => setTimeout(resolve, 12_000)));
    const { send, reports } = serve(recorder, { hooks: ["init"] });
    const called = send("tools/call", call);
    await vi.advanceTimersByTimeAsync(11_000);
    expect(reports).toMatchObject([
      { error: { message: "init of Recorder has not finished after 10 seconds. Calls wait for it." } },
    ]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await called).toMatchObject(HELLO);
  });

  it("does not keep a call that nobody waits for", async () => {
    const { send } = serve(new Recorder(() => new Promise(() => undefined)), { hooks: ["init"] });
    const controller = new AbortController();
    const called = send("tools/call", call, { signal: controller.signal });
    controller.abort();
    expect(await called).toMatchObject({ isError: true, content: [{ text: "Cancelled." }] });
  });

  it("is reported when it fails after everybody has stopped waiting", async () => {
    let fail = (_: Error): void => undefined;
    const recorder = new Recorder(() => new Promise((_, reject) => (fail = reject)));
    const { send, reports } = serve(recorder, { hooks: ["init"] });
    const controller = new AbortController();
    const called = send("tools/call", call, { signal: controller.signal });
    controller.abort();
    await called;
    fail(new Error("no database"));
    await vi.waitFor(() =>
      expect(reports).toMatchObject([{ source: "init of Recorder", error: { message: "no database" } }]),
    );
  });

  it("waits for an environment that has what the class needs", async () => {
    const recorder = new Recorder();
    const { send, reports } = serve(recorder, { hooks: ["init"], env: ENV });
    expect(await send("tools/call", call)).toMatchObject({ isError: true });
    expect(reports).toMatchObject([
      { source: "init of Recorder", error: { message: expect.stringMatching(/^LIFE_KEY \(A key\) is not set\./) } },
    ]);
    expect(recorder.calls).toEqual([]);
    vi.stubEnv("LIFE_KEY", "x");
    expect(await send("tools/call", call)).toMatchObject(HELLO);
  });

  it("gets the environment that came with a request", async () => {
    const recorder = new Recorder();
    const { engine, send } = serve(recorder, { hooks: ["init"], env: ENV });
    // Bun passes its server, which is no environment.
    engine.lives?.provide(new (class Server {})());
    expect(await send("tools/call", call)).toMatchObject({ isError: true });
    const passed = { LIFE_KEY: "y", CACHE: {} };
    engine.lives?.provide(passed);
    expect(await send("tools/call", call)).toMatchObject(HELLO);
    expect(recorder.calls).toEqual(["init", passed]);
    expect(Recorder.env.LIFE_KEY).toBe("y");
    // Behind a context, anything is one.
    engine.lives?.provide(
      new (class WorkerEnv {
        readonly LIFE_KEY = "z";
      })(),
      {},
    );
    expect(Recorder.env.LIFE_KEY).toBe("z");
    engine.lives?.provide({});
  });
});

describe("the end", () => {
  it("prefers the hook of the symbol", async () => {
    const recorder = new Recorder();
    const { engine } = serve(recorder, { hooks: ["close", "[Symbol.asyncDispose]"] });
    await end(engine);
    expect(recorder.calls).toEqual(["dispose"]);
  });

  it("runs close once, whether anything was called or not", async () => {
    const recorder = new Recorder();
    const { engine } = serve(recorder, { hooks: ["init", "close"] });
    await Promise.all([end(engine), end(engine)]);
    expect(recorder.calls).toEqual(["close"]);
  });

  it("calls nothing without a manifest entry", async () => {
    const recorder = new Recorder();
    const { engine, send } = serve(recorder, {});
    await send("tools/call", call);
    await end(engine);
    expect(recorder.calls).toEqual([]);
  });

  it("comes when the last of several servers ends, and a later server starts anew", async () => {
    const recorder = new Recorder();
    const server = defineServer(recorder, { manifest: manifest({ hooks: ["init", "close"] }) });
    const [first, second] = [serveDirectly(server), serve(recorder, { hooks: ["init", "close"] })];
    await first.send("tools/call", call);
    await second.send("tools/call", call);
    await end(first.engine);
    expect(recorder.calls).toEqual(["init", process.env]);
    await end(second.engine);
    expect(recorder.calls).toEqual(["init", process.env, "close"]);
    const third = serveDirectly(server);
    await third.send("tools/call", call);
    await end(third.engine);
    expect(recorder.calls.filter((one) => one === "init")).toHaveLength(2);
    expect(recorder.calls.filter((one) => one === "close")).toHaveLength(2);
  });

  it("reports what close throws, and what does not finish in time", async () => {
    const failing = serve(new Recorder(() => Promise.reject(new Error("disk full"))), { hooks: ["close"] });
    await end(failing.engine);
    expect(failing.reports).toMatchObject([{ source: "close of Recorder", error: new Error("disk full") }]);
    const hanging = serve(new Recorder(() => new Promise(() => undefined)), { hooks: ["close"] });
    await end(hanging.engine, 20);
    expect(hanging.reports).toMatchObject([
      { error: { message: "close of Recorder did not finish in time: the server has ended without it." } },
    ]);
    const starting = serve(new Recorder(() => new Promise(() => undefined)), { hooks: ["init", "close"] });
    void starting.send("tools/call", call);
    await end(starting.engine, 20);
    expect(starting.reports).toMatchObject([
      { error: { message: "init of Recorder did not finish in time: the server has ended without it." } },
    ]);
  });
});

it("rootsChanged hears of the latest roots of a session, after init, and the client is not asked too often", async () => {
  const recorder = new Recorder();
  const { engine, reports } = serve(recorder, { hooks: ["init", "rootsChanged"] });
  const session = { id: "a" };
  const answers: ((answer: object) => void)[] = [];
  const ask = () => new Promise((resolve) => answers.push(resolve));
  for (const answer of [{ roots: [{ uri: "file:///a" }] }, { roots: "none" }, { roots: [] }]) {
    // All but the first of these come before the client has answered.
    for (let times = 0; times < 5; times++) engine.lives?.tellOfRoots(ask, session);
    await vi.waitFor(() => expect(answers).not.toEqual([]));
    engine.lives?.tellOfRoots(ask, session);
    answers.shift()?.(answer);
  }
  await vi.waitFor(() => expect(answers).not.toEqual([]));
  answers.shift()?.({ roots: [] });
  await vi.waitFor(() => expect(recorder.calls).toHaveLength(11));
  expect(answers).toEqual([]);
  expect(recorder.calls).toEqual([
    ...["init", process.env],
    ...["rootsChanged", [{ uri: "file:///a" }], session],
    ...["rootsChanged", [], session],
    ...["rootsChanged", [], session],
  ]);
  expect(reports).toMatchObject([{ source: "a change of roots" }]);
});

describe("a server", () => {
  it("does not start with a manifest whose hooks the class does not have", () => {
    class Empty {
      @tool
      hello(): string {
        return "Hello";
      }
    }
    const stale = manifestOf({ class: "Empty", tools: [methodOf("hello")], hooks: ["init"] });
    expect(() => createEngine(defineServer(Empty, { manifest: stale }))).toThrow(
      /Empty\.init is a hook in the manifest but is not a method/,
    );
  });

  it("names all variables that are missing, also if a field needs one", () => {
    class Needy {
      static readonly env = env({ LIFE_KEY: { description: "A key", secret: true } });
      readonly key: string = Needy.env.LIFE_KEY;

      @tool
      hello(): string {
        return this.key;
      }
    }
    class Other {
      @tool
      hello(): string {
        return "Hello";
      }
    }
    const server = (first: object, second: object) =>
      defineServer({
        one: defineServer(first, { manifest: manifestOf({ class: "Needy", tools: [methodOf("hello")], env: ENV }) }),
        two: defineServer(second, {
          manifest: manifestOf({
            class: "Other",
            tools: [methodOf("hello")],
            env: [{ name: "LIFE_PLACE", description: "A place" }],
          }),
        }),
      });
    const problems = [expect.stringMatching(/^LIFE_KEY /), expect.stringMatching(/^LIFE_PLACE /)];
    expect(() => createEngine(server(Needy, Other))).toThrow(expect.objectContaining({ problems }));
    vi.stubEnv("LIFE_KEY", "x");
    const engine = createEngine(server(Needy, Other));
    expect(() => engine.lives?.requireEnvironment()).toThrow(expect.objectContaining({ problems: problems.slice(1) }));
  });
});
