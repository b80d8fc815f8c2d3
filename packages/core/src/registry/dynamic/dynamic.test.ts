import { describe, expect, it } from "vitest";
import type { Context } from "../../context.js";
import { createEngine } from "../../engine/create-engine.js";
import { send, serveDirectly } from "../../engine/serve-directly.fixture.js";
import { Library, libraryManifest } from "../../library.fixture.js";
import type { Middleware } from "../../primitives/middleware.js";
import { RegistrationError } from "../../registration-error.js";
import type { Change } from "../../stores/change-bus.js";
import { Weather, weatherManifest } from "../../weather.fixture.js";
import type { ServerTarget } from "../define-server.js";
import { defineServer, registryOf } from "../define-server.js";
import { dynamic } from "./dynamic.js";
import type { DynamicDefinitions, DynamicTool } from "./dynamic-definitions.js";

const soon = () => new Promise((resolve) => setImmediate(resolve));
const ECHO: DynamicTool = {
  name: "echo",
  inputSchema: { type: "object", properties: { text: { type: "string" } }, required: ["text"] },
  call: ({ text }) => text,
};
const named = (name: string, more: Partial<DynamicTool> = {}): DynamicTool => ({ ...ECHO, name, ...more });

function problemsOf(start: () => unknown): readonly string[] {
  try {
    start();
  } catch (error) {
    if (error instanceof RegistrationError) return error.problems;
    throw error;
  }
  return [];
}

/** Whatever JavaScript may pass. */
function wrong(definitions: unknown): DynamicDefinitions {
  return definitions as DynamicDefinitions;
}

describe("a dynamic tool", () => {
  it("is listed with its data only, and called with the arguments and the context", async () => {
    const seen: unknown[] = [];
    const tool = named("sum", {
      ...{ title: "Sum", description: "Adds.", annotations: { readOnlyHint: true }, _meta: { a: 1 } },
      outputSchema: { type: "object", properties: { sum: { type: "number" } } },
      call(args, ctx) {
        seen.push(this, args, ctx.era);
        return { sum: 3, more: new Date(0) };
      },
    });
    const { send, reports } = serveDirectly(dynamic({ tools: [tool] }));
    const { call: _, ...listed } = tool;
    expect(await send("tools/list")).toEqual({ tools: [listed] });
    const sum = { sum: 3, more: "1970-01-01T00:00:00.000Z" };
    const { structuredContent } = await send("tools/call", { name: "sum", arguments: { text: "a" } });
    expect(structuredContent).toEqual(sum);
    expect(seen).toEqual([tool, { text: "a" }, "modern"]);
    expect(reports).toEqual([]);
  });

  it("stays as it was when it was added, whatever becomes of its object", async () => {
    const tool: { -readonly [key in keyof DynamicTool]: DynamicTool[key] } = named("first");
    const own = dynamic({ tools: [tool] });
    const { send } = serveDirectly(own);
    Object.assign(tool, { name: "second", call: () => "changed" });
    const { content } = await send("tools/call", { name: "first", arguments: { text: "a" } });
    expect(content).toEqual([{ type: "text", text: "a" }]);
    expect(() => own.remove("second")).toThrow('has no tool, prompt, resource or template "second"');
    own.remove("first");
    expect(await send("tools/list")).toEqual({ tools: [] });
  });

  it("may be an instance of a class, whose methods have it as this", async () => {
    class Greeting implements DynamicTool {
      readonly #word = "Hello";
      readonly name = "greet";
      readonly inputSchema = { type: "object" };
      call(): string {
        return this.#word;
      }
    }
    const { send } = serveDirectly(dynamic({ tools: [new Greeting()] }));
    const { content } = await send("tools/call", { name: "greet", arguments: {} });
    expect(content).toEqual([{ type: "text", text: "Hello" }]);
  });

  it.each<[string, Partial<DynamicTool>, "strict" | "lenient"]>([
    ["reads what it is given as the server's other tools do", {}, "lenient"],
    ["may be lenient in a strict server", { arguments: "lenient" }, "strict"],
  ])("%s", async (_, own, mode) => {
    const schema = { type: "object", properties: { count: { type: "number" } }, additionalProperties: false };
    const tool = named("double", { ...own, inputSchema: schema, call: ({ count }) => count * 2 });
    const { send } = serveDirectly(dynamic({ tools: [tool] }), { arguments: mode });
    const { content } = await send("tools/call", { name: "double", arguments: { count: "2", sessionId: "x" } });
    expect(content).toEqual([{ type: "text", text: "4" }]);
  });

  it("obeys middleware, required capabilities and the deadline, and its failures are masked", async () => {
    const calls: string[] = [];
    const use: Middleware[] = [
      (call, next) => {
        calls.push(call.name);
        return next();
      },
    ];
    const tools = [
      named("fail", { call: () => Promise.reject(new Error("secret")) }),
      named("ask", { requires: ["sampling"] }),
      named("slow", { timeout: 5, call: () => new Promise(() => undefined) }),
    ];
    const { send, reports } = serveDirectly(dynamic({ tools }), { use });
    const call = (name: string) => send("tools/call", { name, arguments: { text: "a" } });
    await expect(call("fail")).resolves.toMatchObject({
      isError: true,
      content: [{ text: expect.not.stringContaining("secret") }],
    });
    await expect(call("ask")).rejects.toMatchObject({ fault: { kind: "missing-capability" } });
    expect(await call("slow")).toMatchObject({ isError: true, content: [{ text: expect.stringContaining("5 ms") }] });
    expect(calls).toEqual(["fail", "slow"]);
    expect(reports.map(({ source }) => source)).toEqual(['tool "fail"']);
  });

  it("may return data, or a whole result with the data in it", async () => {
    const outputSchema = { type: "object", properties: { n: { type: "number" } }, required: ["n"] };
    const results: readonly unknown[] = [
      { n: 1 },
      { content: [{ type: "text", text: "one" }], structuredContent: { n: 1 } },
      { content: [{ type: "text", text: "no" }], isError: true },
      { content: [{ type: "text", text: "one" }], structuredContent: { n: "1" } },
    ];
    const tools = results.map((result, index) => named(`tool${index}`, { outputSchema, call: () => result }));
    const { send } = serveDirectly(dynamic({ tools }));
    const answers = tools.map(({ name }) => send("tools/call", { name, arguments: { text: "a" } }));
    expect(await Promise.all(answers)).toEqual([
      { content: [{ type: "text", text: '{"n":1}' }], structuredContent: { n: 1 } },
      results[1],
      results[2],
      { content: [{ type: "text", text: expect.stringContaining("failed") }], isError: true },
    ]);
  });

  it("may ask, with a form of its own", async () => {
    const schema = { type: "object", properties: { who: { type: "string" } }, required: ["who"] };
    const call = async (_: unknown, ctx: Context) => {
      const answer = await ctx.elicit<{ who: string }>("Who?", { schema, key: "who" });
      return answer.action === "accept" ? answer.content.who : "nobody";
    };
    const { send } = serveDirectly(dynamic({ tools: [named("greet", { call })] }));
    const client = { client: { capabilities: { elicitation: {} } } };
    const params = { name: "greet", arguments: { text: "a" } };
    const { inputRequests, requestState } = await send("tools/call", params, client);
    expect(inputRequests).toMatchObject({ who: { params: { requestedSchema: { required: ["who"] } } } });
    const inputResponses = { who: { action: "accept", content: { who: "Ada" } } };
    expect(await send("tools/call", { ...params, requestState, inputResponses }, client)).toMatchObject({
      content: [{ text: "Ada" }],
    });
  });

  it("may become a task", async () => {
    const { send } = serveDirectly(dynamic({ tools: [named("work", { task: "required" })] }));
    const client = { client: { capabilities: { extensions: { "io.modelcontextprotocol/tasks": {} } } } };
    const params = { name: "work", arguments: { text: "done" } };
    await expect(send("tools/call", params)).rejects.toMatchObject({ fault: { kind: "missing-capability" } });
    const { resultType, taskId } = await send("tools/call", params, client);
    expect(resultType).toBe("task");
    await expect
      .poll(async () => (await send("tasks/get", { taskId }, client)).result)
      .toMatchObject({ content: [{ text: "done" }] });
  });

  it("is a copy: later changes of the object that defined it have no effect", async () => {
    const schema = structuredClone(ECHO.inputSchema) as { required: string[] };
    const { send } = serveDirectly(dynamic({ tools: [named("echo", { inputSchema: schema })] }));
    schema.required.push("more");
    expect((await send("tools/list")).tools[0].inputSchema.required).toEqual(["text"]);
  });
});

describe("what dynamic is given", () => {
  const template = (uri: string, more: object = {}) => ({ resources: [{ uri, name: "a", call: () => "", ...more }] });

  it.each<[string, unknown, RegExp]>([
    ["no object", { tools: [null] }, /^a dynamic tool must be an object, not null$/],
    ["no name", { tools: [{ inputSchema: { type: "object" }, call: () => 1 }] }, /^a tool: .*name/],
    ["a bad name", { tools: [named("größe")] }, /^tool "größe" cannot be served: its name may only have/],
    ["a long name", { tools: [named("a".repeat(129))] }, /name: expected .*128/],
    ["no schema", { tools: [{ name: "a", call: () => 1 }] }, /^tool "a": .*inputSchema/],
    ["no function", { tools: [{ ...ECHO, call: "x" }] }, /^tool "echo"\.call: expected a function, got string "x"$/],
    ["a script as icon", { tools: [named("a", { icons: [{ src: "javascript:x" }] })] }, /^tool "a"\.icons\[0\]\.src: /],
    [
      "another file",
      { tools: [named("a", { inputSchema: { type: "object", properties: { b: { $ref: "b.json" } } } })] },
      /^tool "a" cannot be served: .*"b\.json" is not in the schema, and nothing is fetched/,
    ],
    [
      "null",
      { tools: [named("a", { description: null as never })] },
      /^tool "a"\.description: expected string, got null$/,
    ],
    ["a misspelt property", { tools: [{ ...ECHO, descripton: "x" }] }, /descripton/],
    ["a function too many", { tools: [{ ...ECHO, list: () => [] }] }, /list/],
    ["a schema of no object", { tools: [named("a", { inputSchema: { type: "string" } })] }, /must have type "object"/],
    [
      "an invalid schema",
      { tools: [named("a", { inputSchema: { type: "object", required: "x" } })] },
      /Invalid JSON Schema at "\/required"/,
    ],
    [
      "an unknown keyword",
      { tools: [named("a", { outputSchema: { type: "object", nope: 1 } })] },
      /Unsupported JSON Schema keyword at "\/nope"/,
    ],
    ["a schema that contains itself", { tools: [named("a", { inputSchema: circular() })] }, /^tool "a" is not JSON: /],
    ["a wrong option", { tools: [named("a", { timeout: 0 })] }, /timeout: expected .*1/],
    ["an unknown capability", { tools: [named("a", { requires: ["elicit" as never] })] }, /requires\[0\]/],
    [
      "a header that is none",
      { tools: [withHeaders({ a: { type: "string", "x-mcp-header": "a b" } })] },
      /x-mcp-header cannot be "a b"/,
    ],
    [
      "a header of a list",
      { tools: [withHeaders({ a: { type: "array", items: { type: "string", "x-mcp-header": "a" } } })] },
      /cannot repeat a value in a list/,
    ],
    [
      "a header of a number",
      { tools: [withHeaders({ a: { type: "number", "x-mcp-header": "a" } })] },
      /x-mcp-header "a" is on another type/,
    ],
    [
      "a header twice",
      {
        tools: [
          withHeaders({
            a: { type: "string", "x-mcp-header": "a" },
            b: { type: "object", properties: { c: { type: "string", "x-mcp-header": "A" } } },
          }),
        ],
      },
      /two arguments have the x-mcp-header "A"/,
    ],
    ["a name twice", { tools: [ECHO, ECHO] }, /two definitions of tool "echo"/],
    ["no URI", template("notes"), /its URI has no scheme/],
    ["a bad template", template("a://{b}{c}"), /\{b\} and \{c\} cannot be told apart/],
    ["a list without variables", template("a://b", { list: () => [] }), /nothing to list/],
    ["a size of a template", template("a://{b}", { size: 1 }), /a template has no size/],
    [
      "a completer of nothing",
      template("a://{b}", { complete: { c: () => [] } }),
      /complete names "c", but its arguments are b$/,
    ],
    [
      "a completer that is none",
      template("a://{b}", { complete: { b: ["x"] } }),
      /complete\.b: expected a function, got array/,
    ],
    [
      "an argument twice",
      { prompts: [{ name: "a", arguments: [{ name: "b" }, { name: "b" }], call: () => "" }] },
      /two arguments "b"/,
    ],
  ])("is refused, at the start and later, if it has %s", (_, definitions, problem) => {
    const [atStart, ...others] = problemsOf(() => registryOf(defineServer(dynamic(wrong(definitions)))));
    expect([atStart, others]).toEqual([expect.stringMatching(problem), []]);
    const later = dynamic({ tools: [named("first")] });
    expect(problemsOf(() => later.add(wrong(definitions)))).toEqual([atStart]);
    const { catalog } = registryOf(defineServer(later));
    expect(problemsOf(() => later.add(wrong(definitions)))).toEqual([atStart]);
    expect([...catalog.declared.tools.keys()]).toEqual(["first"]);
  });

  it("must be lists", () => {
    for (const [value, shown] of [
      [null, "null"],
      [[ECHO], "array of 1 item"],
      ["tools", 'string "tools"'],
      [new Map(), "Map"],
    ] as const) {
      const message = `dynamic takes an object with tools, resources and prompts, not ${shown}`;
      expect(() => dynamic(wrong(value))).toThrow(message);
      expect(() => dynamic().add(wrong(value))).toThrow(message);
    }
    expect(() => dynamic(wrong({ tool: [] }))).toThrow('dynamic takes tools, resources and prompts, not "tool".');
    expect(() => dynamic(wrong({ tools: ECHO }))).toThrow("The tools of dynamic must be an array, not object");
  });

  it("is refused as a whole, with every problem", () => {
    const part = dynamic();
    const { catalog } = registryOf(defineServer(part));
    const before = catalog.declared;
    const definitions = wrong({ tools: [named("fine"), named("a b"), { name: "c" }] });
    expect(() => part.add(definitions)).toThrow(/^Nothing was added:\n {2}- tool "a b" .*\n {2}- tool "c"/);
    expect(catalog.declared).toBe(before);
  });

  it("is reported with the problems of classes", () => {
    const target = [Weather, dynamic({ tools: [named("a b")] })];
    const problems = problemsOf(() => registryOf(defineServer(target)));
    expect(problems).toEqual([
      expect.stringMatching(/^Weather has no manifest/),
      expect.stringMatching(/^tool "a b" cannot be served/),
    ]);
  });

  it("is served with a warning if hosts refuse it", () => {
    const { reports } = serveDirectly(dynamic({ tools: [named("a.b")] }));
    expect(reports.map(({ error }) => String(error))).toEqual([
      expect.stringMatching(
        /OperatorWarning: Anthropic's API.* will refuse the name "a\.b" of a\.b\. A tool's name has/,
      ),
    ]);
  });
});

describe("adding and removing", () => {
  /** A server, and what it tells its clients. */
  function serve(target: ServerTarget) {
    const server = defineServer(target, { manifest: weatherManifest() });
    const engine = createEngine(server);
    const told: string[] = [];
    engine.changes.subscribe((change: Change) => void told.push(change.kind));
    const list = async (kind: "tools" | "prompts" | "resources") => {
      const found: { name: string; uri?: string }[] = (await send(engine, `${kind}/list`))[kind];
      return found.map(({ name, uri }) => uri ?? name);
    };
    const heard = async () => {
      await soon();
      return told.splice(0);
    };
    return { server, engine, list, heard };
  }

  it("changes the lists, and tells clients of those that have changed", async () => {
    const part = dynamic();
    const { list, heard, engine } = serve([Weather, part]);
    const own = await list("tools");
    part.add({ tools: [ECHO, named("other")] });
    expect(await heard()).toEqual(["tools_list_changed"]);
    expect(await list("tools")).toEqual([...own, "echo", "other"]);
    part.add({
      resources: [
        { uri: "a://all", name: "all", call: () => "all" },
        { uri: "a://{id}", name: "one", call: ({ id }) => id },
      ],
      prompts: [{ name: "ask", call: () => "Why?" }],
    });
    expect(await heard()).toEqual(["prompts_list_changed", "resources_list_changed"]);
    expect((await send(engine, "resources/read", { uri: "a://1" })).contents).toMatchObject([{ text: "1" }]);
    part.remove("echo", "a://{id}");
    expect(await heard()).toEqual(["tools_list_changed", "resources_list_changed"]);
    await expect(send(engine, "resources/read", { uri: "a://1" })).rejects.toMatchObject({
      fault: { kind: "resource-not-found" },
    });
    expect(await list("tools")).toEqual([...own, "other"]);
    expect(await list("resources")).toContain("a://all");
    part.add({ tools: [ECHO] });
    expect(await list("tools")).toEqual([...own, "other", "echo"]);
  });

  it("lets a call finish whose tool is removed", async () => {
    let finish: (text: string) => void = () => undefined;
    const part = dynamic({ tools: [named("slow", { call: () => new Promise((resolve) => (finish = resolve)) })] });
    const { engine } = serve(part);
    const call = { name: "slow", arguments: { text: "a" } };
    const running = send(engine, "tools/call", call);
    await soon();
    part.remove("slow");
    await expect(send(engine, "tools/call", call)).rejects.toThrow("Unknown tool: slow");
    finish("done");
    expect(await running).toMatchObject({ content: [{ text: "done" }] });
  });

  it("refuses what others offer already, and removes only its own", async () => {
    const [part, other] = [dynamic({ tools: [ECHO] }), dynamic({ tools: [named("other")] })];
    const { list } = serve([Weather, part, other]);
    const before = await list("tools");
    expect(problemsOf(() => other.add({ tools: [named("add"), named("echo")] }))).toEqual([
      'the server already has a tool "add": remove it first, or choose another name',
      'the server already has a tool "echo": remove it first, or choose another name',
    ]);
    const taken = [{ uri: "weather://all", name: "all", call: () => "" }];
    expect(problemsOf(() => other.add({ resources: taken }))[0]).toContain("choose another URI");
    expect(() => other.remove("other", "add")).toThrow(
      'This dynamic part of the server has no tool, prompt, resource or template "add".',
    );
    expect(await list("tools")).toEqual(before);
  });

  it("refuses the same at the start", () => {
    const parts = [dynamic({ tools: [ECHO] }), dynamic({ tools: [ECHO] })];
    expect(problemsOf(() => registryOf(defineServer(parts)))).toEqual([
      expect.stringContaining('already has a tool "echo"'),
    ]);
  });

  it("applies before a server is started, too", async () => {
    const part = dynamic({ tools: [ECHO] });
    part.add({ tools: [named("second")] });
    part.remove("echo");
    expect(problemsOf(() => part.add({ tools: [named("second")] }))).toHaveLength(1);
    expect(await serve(part).list("tools")).toEqual(["second"]);
  });

  it("starts anew: what was disabled is enabled if it is added again", async () => {
    const part = dynamic({ tools: [ECHO, named("other")] });
    const { server, list } = serve(part);
    server.disable("echo");
    part.add({ tools: [named("third")] });
    expect(await list("tools")).toEqual(["other", "third"]);
    part.remove("echo");
    expect(() => server.enable("echo")).toThrow(TypeError);
    part.add({ tools: [ECHO] });
    expect(await list("tools")).toEqual(["other", "third", "echo"]);
  });

  it("works under prefixes, and checks the names there", async () => {
    const part = dynamic({ tools: [ECHO] });
    const { server, list, heard, engine } = serve({ w: Weather, api: part, api_x: dynamic({ tools: [named("y")] }) });
    part.add({ tools: [named("more", { call: (_, ctx) => ctx.server.disable("echo") })] });
    expect(await heard()).toEqual(["tools_list_changed"]);
    expect((await list("tools")).slice(-3)).toEqual(["api_echo", "api_more", "api_x_y"]);
    expect(problemsOf(() => part.add({ tools: [named("x_y")] }))).toEqual([
      'api_x and api both offer the tool "api_x_y"',
    ]);
    expect(problemsOf(() => part.add({ tools: [named("a".repeat(128))] }))[0]).toContain("shorten the prefix");
    await send(engine, "tools/call", { name: "api_more", arguments: { text: "a" } });
    expect(await list("tools")).not.toContain("api_echo");
    server.enable("api_echo");
    part.remove("more");
    expect((await list("tools")).slice(-2)).toEqual(["api_echo", "api_x_y"]);
  });

  it("reaches all servers that serve it, or none", async () => {
    const part = dynamic();
    const servers = [serve(part), serve([Weather, part])] as const;
    expect(problemsOf(() => part.add({ tools: [named("add")] }))).toHaveLength(1);
    expect(await servers[0].list("tools")).toEqual([]);
    part.add({ tools: [ECHO] });
    for (const { list } of servers) expect(await list("tools")).toContain("echo");
  });

  it("needs tasks from the start for tools that become tasks", async () => {
    const task = named("work", { task: "optional" });
    const without = dynamic();
    createEngine(defineServer({ nested: { deep: without } }));
    expect(problemsOf(() => without.add({ tools: [task] }))[0]).toMatch(
      /"nested_deep_work" has the option task.*tasks: \{\}/,
    );
    const having = dynamic();
    createEngine(defineServer(having, { tasks: {} }));
    expect(problemsOf(() => having.add({ tools: [task] }))).toEqual([]);
    expect(createEngine(defineServer(dynamic({ tools: [task] }))).methods.modern).toHaveProperty("tasks/get");
  });
});

describe("a server with dynamic primitives", () => {
  it("offers all kinds, has a name without a manifest, and takes that of a class under prefixes", () => {
    const alone = createEngine(defineServer(dynamic()));
    expect(alone.info).toEqual({ name: "server", version: "0.0.0" });
    expect(createEngine(defineServer(dynamic(), { info: { name: "api" } })).info.name).toBe("api");
    const capabilities = alone.capabilities({ era: "modern", hearChanges: true });
    const list = { listChanged: true };
    expect(capabilities).toMatchObject({
      tools: list,
      prompts: list,
      resources: { ...list, subscribe: true },
      completions: {},
    });
    const beside = defineServer({ api: dynamic(), l: Library }, { manifest: libraryManifest() });
    expect(createEngine(beside).info.name).toBe("weather");
  });

  it("watches a resource only while it is there", async () => {
    const running: string[] = [];
    const resource = (name: string) => ({
      ...{ uri: "a://all", name, call: () => name },
      async *watch(_: string, signal: AbortSignal) {
        running.push(name);
        signal.addEventListener("abort", () => running.splice(running.indexOf(name), 1));
        await new Promise(() => undefined);
        yield;
      },
    });
    const part = dynamic({ resources: [resource("one")] });
    const server = defineServer(part);
    const subscriptions = createEngine(server).createSubscriptions();
    await subscriptions.subscribe("a://all");
    await soon();
    expect([running, server.watched()]).toEqual([["one"], ["a://all"]]);
    part.remove("a://all");
    await soon();
    expect([running, server.watched()]).toEqual([[], []]);
    part.add({ resources: [resource("two")] });
    await soon();
    expect([running, server.watched()]).toEqual([["two"], ["a://all"]]);
    server.disable("a://all");
    await soon();
    expect(running).toEqual([]);
    subscriptions.close();
    server.enable("a://all");
    await soon();
    expect([running, server.watched()]).toEqual([[], []]);
  });
});

function withHeaders(properties: object): DynamicTool {
  return named("a", { inputSchema: { type: "object", properties } });
}

function circular(): DynamicTool["inputSchema"] {
  const schema: { type: string; properties: Record<string, unknown> } = { type: "object", properties: {} };
  schema.properties.self = schema;
  return schema;
}
