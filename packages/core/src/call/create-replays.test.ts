import { afterEach, describe, expect, it, vi } from "vitest";
import { accept } from "../ask/asking.fixture.js";
import type { Context } from "../context.js";
import { serveModern, textOf } from "../sdk/serve-asking.fixture.js";

afterEach(() => vi.restoreAllMocks());

const SECRET = "0123456789abcdef0123456789abcdef";
const NAME = "elicit: Your name?";

const askName = async (ctx: Context) => {
  const answer = await ctx.elicit<{ name: string }>("Your name?");
  return answer.action === "accept" ? `Hello ${answer.content.name}` : answer.action;
};

const askTwice = async (ctx: Context) => `${await askName(ctx)}, ${await askName(ctx)}`;

describe("a question of the modern era", () => {
  it("is asked with its form, and answered when the request comes again", async () => {
    const { call } = serveModern(askName);
    const first = await call();
    expect(first).toMatchObject({ status: 200, result: { resultType: "input_required" } });
    expect(first.result?.inputRequests).toEqual({
      [NAME]: {
        method: "elicitation/create",
        params: {
          mode: "form",
          message: "Your name?",
          requestedSchema: {
            type: "object",
            properties: { name: { type: "string", minLength: 1 } },
            required: ["name"],
          },
        },
      },
    });
    const { requestState } = first.result ?? {};
    const second = await call({ requestState, inputResponses: { [NAME]: accept({ name: "Ada" }) } });
    expect(second.result?.resultType).toBe("complete");
    expect(textOf(second)).toBe("Hello Ada");
  });

  it.each(["decline", "cancel"])("returns a %s", async (action) => {
    const { call } = serveModern(askName);
    const { requestState } = (await call()).result ?? {};
    expect(textOf(await call({ requestState, inputResponses: { [NAME]: { action } } }))).toBe(action);
  });

  it("is asked with its key, which is numbered if it repeats", async () => {
    const { call } = serveModern(async (ctx) => {
      const answers = [await ctx.roots({ key: "where" }), await ctx.roots({ key: "where" })];
      return answers.flat().map(({ uri }) => uri);
    });
    const first = await call();
    expect(first.result?.inputRequests).toEqual({ where: { method: "roots/list" } });
    const rootsOf = (uri: string) => ({ roots: [{ uri }] });
    const second = await call({ ...first.result, inputResponses: { where: rootsOf("file:///a") } } as never);
    expect(Object.keys(second.result?.inputRequests ?? {})).toEqual(["where (2)"]);
    const third = await call({
      requestState: second.result?.requestState,
      inputResponses: { "where (2)": rootsOf("file:///b") },
    });
    expect(textOf(third)).toContain("file:///a");
    expect(textOf(third)).toContain("file:///b");
  });

  it.each([
    ["under another key", { wrong: accept({ name: "Ada" }) }],
    ["by a number", { [NAME]: 12345 }],
    ["by null", { [NAME]: null }],
    ["by another kind of answer", { [NAME]: { roots: [] } }],
    ["by an unknown action", { [NAME]: { action: "maybe" } }],
    ["by a wrong type", { [NAME]: accept({ name: 7 }) }],
    ["by what the form does not allow", { [NAME]: accept({ name: "" }) }],
    ["without content", { [NAME]: { action: "accept" } }],
  ])("is asked again if it is answered %s", async (_, inputResponses) => {
    const { call, reports } = serveModern(askName);
    const { requestState } = (await call()).result ?? {};
    const again = await call({ requestState, inputResponses });
    expect(again.result?.resultType).toBe("input_required");
    expect(Object.keys(again.result?.inputRequests ?? {})).toEqual([NAME]);
    const right = { [NAME]: accept({ name: "Ada" }) };
    const done = await call({ requestState: again.result?.requestState, inputResponses: right });
    expect(textOf(done)).toBe("Hello Ada");
    expect(reports.map(({ source }) => source)).toEqual(["a question"]);
  });

  it("ignores answers to questions that were not asked", async () => {
    const { call } = serveModern(askName);
    const { requestState } = (await call()).result ?? {};
    const inputResponses = { [NAME]: accept({ name: "Ada" }), more: accept({ name: "Eve" }), [`${NAME} (2)`]: 7 };
    expect(textOf(await call({ requestState, inputResponses }))).toBe("Hello Ada");
  });

  it("keeps the answers of earlier rounds, which the client does not send again", async () => {
    const { call } = serveModern(askTwice);
    const first = await call();
    const second = await call({
      requestState: first.result?.requestState,
      inputResponses: { [NAME]: accept({ name: "Ada" }) },
    });
    expect(Object.keys(second.result?.inputRequests ?? {})).toEqual([`${NAME} (2)`]);
    expect(second.result?.requestState).not.toBe(first.result?.requestState);
    const third = await call({
      requestState: second.result?.requestState,
      inputResponses: { [`${NAME} (2)`]: accept({ name: "Bob" }), [NAME]: accept({ name: "Eve" }) },
    });
    expect(textOf(third)).toBe("Hello Ada, Hello Bob");
  });

  it("is asked together with others, including those of slower branches", async () => {
    const slowly = async (ctx: Context) => {
      await ctx.once("look", () => new Promise((resolve) => setTimeout(resolve, 30, "looked")));
      return ctx.elicit<{ name: string }>("Name of the cat?");
    };
    const { call } = serveModern((ctx) => Promise.all([askName(ctx), ctx.roots(), slowly(ctx)]));
    const asked = Object.keys((await call()).result?.inputRequests ?? {});
    expect(asked).toEqual([NAME, "roots", "elicit: Name of the cat?"]);
  });

  it("keeps an answer to a question that the next run does not reach", async () => {
    let runs = 0;
    const { call } = serveModern(async (ctx) => {
      runs += 1;
      const later = async () => {
        // Only in the second run is the other question asked before this one, and suspends.
        if (runs === 2) await new Promise((resolve) => setTimeout(resolve, 50));
        return ctx.roots();
      };
      const named = async () => [await askName(ctx), await ctx.elicit<{ name: string }>("Name of the cat?")];
      return JSON.stringify(await Promise.all([named(), later()]));
    });
    const first = await call();
    expect(Object.keys(first.result?.inputRequests ?? {})).toEqual([NAME, "roots"]);
    const second = await call({
      requestState: first.result?.requestState,
      inputResponses: { [NAME]: accept({ name: "Ada" }), roots: { roots: [{ uri: "file:///a" }] } },
    });
    expect(Object.keys(second.result?.inputRequests ?? {})).toEqual(["elicit: Name of the cat?"]);
    const third = await call({
      requestState: second.result?.requestState,
      inputResponses: { "elicit: Name of the cat?": accept({ name: "Tom" }) },
    });
    expect(textOf(third)).toContain("file:///a");
  });

  it("is asked even if the method catches what it throws", async () => {
    const { call, reports } = serveModern((ctx) => askName(ctx).catch(() => "caught"), { secret: SECRET });
    const first = await call();
    expect(first.result?.resultType).toBe("input_required");
    const inputResponses = { [NAME]: accept({ name: "Ada" }) };
    expect(textOf(await call({ requestState: first.result?.requestState, inputResponses }))).toBe("Hello Ada");
    expect(reports).toEqual([]);
  });

  it("is asked even if the method does not await it", async () => {
    const unhandled = vi.fn();
    process.on("unhandledRejection", unhandled);
    const { call } = serveModern((ctx) => {
      void ctx.roots();
      return "done";
    });
    const first = await call();
    expect(Object.keys(first.result?.inputRequests ?? {})).toEqual(["roots"]);
    const inputResponses = { roots: { roots: [] } };
    expect(textOf(await call({ requestState: first.result?.requestState, inputResponses }))).toBe("done");
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off("unhandledRejection", unhandled);
    expect(unhandled).not.toHaveBeenCalled();
  });

  it("gives the values of the declared types", async () => {
    const { call } = serveModern(async (ctx) => {
      const answer = await ctx.elicit<{ day: Date; nights: number }>("When?");
      if (answer.action !== "accept") return answer.action;
      return `${answer.content.nights} from ${answer.content.day.getUTCFullYear()}`;
    });
    const first = await call();
    expect(JSON.stringify(first.result?.inputRequests)).not.toContain("x-ts");
    const inputResponses = { "elicit: When?": accept({ day: "2026-01-31T12:00:00Z", nights: 2 }) };
    expect(textOf(await call({ requestState: first.result?.requestState, inputResponses }))).toBe("2 from 2026");
  });

  it("without a form fails, and the log says what to do", async () => {
    const { call, reports } = serveModern((ctx) => ctx.elicit<{ age: number }>("Age?"));
    const answer = await call();
    expect(answer.result?.isError).toBe(true);
    expect(textOf(answer)).not.toContain("Age?");
    expect(String(reports[0]?.error)).toMatch(/no form for ctx\.elicit\("Age\?"\).*compile again.*pass a schema/s);
  });
});

describe("ctx.once", () => {
  it("runs an effect once, and gives the same value in each run", async () => {
    let effects = 0;
    const seen: unknown[] = [];
    const { call } = serveModern(async (ctx) => {
      seen.push(await ctx.once("count", () => ({ count: ++effects, at: new Date(0) })));
      seen.push(await ctx.once<void>("nothing", () => void effects++));
      return askTwice(ctx);
    });
    const first = await call();
    const second = await call({
      requestState: first.result?.requestState,
      inputResponses: { [NAME]: accept({ name: "Ada" }) },
    });
    await call({
      requestState: second.result?.requestState,
      inputResponses: { [`${NAME} (2)`]: accept({ name: "Bob" }) },
    });
    expect(effects).toBe(2);
    const value = { count: 1, at: "1970-01-01T00:00:00.000Z" };
    expect(seen).toEqual([value, undefined, value, undefined, value, undefined]);
  });

  it("waits for running effects before it asks, and retries failed ones", async () => {
    let tries = 0;
    const { call } = serveModern(async (ctx) => {
      const failing = async () => {
        tries += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (tries === 1) throw new Error("not yet");
        return tries;
      };
      const [count] = await Promise.all([ctx.once("try", failing), askName(ctx)]);
      return `done at ${count}`;
    });
    const first = await call();
    expect(tries).toBe(1);
    const inputResponses = { [NAME]: accept({ name: "Ada" }) };
    expect(textOf(await call({ requestState: first.result?.requestState, inputResponses }))).toBe("done at 2");
  });

  it("cannot be read by the client", async () => {
    const { call } = serveModern(async (ctx) => {
      await ctx.once("key", () => "hunter2");
      return askName(ctx);
    });
    const { requestState = "" } = (await call()).result ?? {};
    expect(requestState).not.toContain("hunter2");
    expect(Buffer.from(requestState.slice(3), "base64url").toString()).not.toContain("hunter2");
  });

  it("refuses values that are too large for a client to carry", async () => {
    const { call, reports } = serveModern(
      async (ctx) => {
        await ctx.once("large", () => "x".repeat(100_000));
        return askName(ctx);
      },
      { secret: SECRET },
    );
    expect((await call()).error).toMatchObject({ code: -32603, message: expect.not.stringContaining("large") });
    expect(String(reports[0]?.error)).toContain("too large for the client to carry");
  });
});

describe("a requestState", () => {
  const answer = { inputResponses: { [NAME]: accept({ name: "Ada" }) } };

  async function expectRefused(refused: Promise<unknown>): Promise<void> {
    expect(await refused).toMatchObject({
      error: { code: -32602, message: expect.stringContaining("Invalid requestState") },
    });
  }

  it("is refused if it was tampered with", async () => {
    const { call } = serveModern(askName);
    const { requestState = "" } = (await call()).result ?? {};
    const middle = requestState.length >> 1;
    const other = requestState[middle] === "A" ? "B" : "A";
    const tampered = [
      `${requestState}-TAMPERED`,
      `${requestState}!`,
      requestState.slice(0, -8),
      requestState.slice(0, middle) + other + requestState.slice(middle + 1),
      requestState.slice(3),
      "v1.",
      "",
      "x".repeat(70_000),
    ];
    for (const text of tampered) await expectRefused(call({ ...answer, requestState: text }));
    expect(textOf(await call({ ...answer, requestState }))).toBe("Hello Ada");
  });

  it("is refused if it is of another tool, other arguments or another caller", async () => {
    const { call } = serveModern(askName);
    const { requestState } = (await call({ subject: "ada" })).result ?? {};
    const again = { ...answer, requestState };
    await expectRefused(call({ ...again, subject: "ada", tool: "other" }));
    await expectRefused(call({ ...again, subject: "ada", arguments: { topic: "coffee" } }));
    await expectRefused(call({ ...again, subject: "eve" }));
    await expectRefused(call(again));
    expect(textOf(await call({ ...again, subject: "ada", meta: { progressToken: 9 } }))).toBe("Hello Ada");
  });

  it("expires after an hour", async () => {
    const { call } = serveModern(askName);
    const { requestState } = (await call()).result ?? {};
    const now = Date.now();
    const clock = vi.spyOn(Date, "now").mockReturnValue(now + 59 * 60_000);
    expect(textOf(await call({ ...answer, requestState }))).toBe("Hello Ada");
    clock.mockReturnValue(now + 61 * 60_000);
    await expectRefused(call({ ...answer, requestState }));
  });

  it("opens in every process with the same secret, or with one that replaced it", async () => {
    const { requestState } = (await serveModern(askName, { secret: SECRET }).call()).result ?? {};
    const again = { ...answer, requestState };
    const replaced = serveModern(askName, { secret: [SECRET.toUpperCase(), SECRET] });
    expect(textOf(await serveModern(askName, { secret: SECRET }).call(again))).toBe("Hello Ada");
    expect(textOf(await replaced.call(again))).toBe("Hello Ada");
    await expectRefused(serveModern(askName, { secret: SECRET.toUpperCase() }).call(again));
    await expectRefused(serveModern(askName).call(again));
  });

  it("opens only at the server that wrote it, even if others have the same secret", async () => {
    const { requestState } = (await serveModern(askName, { secret: SECRET }).call()).result ?? {};
    const other = serveModern(askName, { secret: SECRET, info: { name: "other" } });
    await expectRefused(other.call({ requestState, inputResponses: { [NAME]: accept({ name: "Ada" }) } }));
  });

  it("causes one warning over HTTP if there is no secret", async () => {
    const without = serveModern(askName);
    await without.call();
    await without.call();
    expect(without.reports.map(({ error }) => String(error))).toEqual([expect.stringContaining("has no secret")]);
    const having = serveModern(askName, { secret: SECRET });
    await having.call();
    expect(having.reports).toEqual([]);
  });
});

describe("a missing client capability", () => {
  it("is answered with the protocol's code and status 400", async () => {
    const { call, reports } = serveModern((ctx) => ctx.sample({ messages: "Hi", maxTokens: 1 }));
    expect(await call({ capabilities: {} })).toMatchObject({
      status: 400,
      error: { code: -32021, data: { requiredCapabilities: { sampling: {} } } },
    });
    expect(reports).toEqual([]);
  });

  it("is answered before the method runs, if the tool requires it", async () => {
    const method = vi.fn(() => "ran");
    const { call } = serveModern(method, { tool: { requires: ["sampling", "elicitation.url"] } });
    expect(await call({ capabilities: { elicitation: {} } })).toMatchObject({
      status: 400,
      error: { code: -32021, data: { requiredCapabilities: { sampling: {}, elicitation: { url: {} } } } },
    });
    // Even before the arguments are checked.
    const withoutSense = await call({ capabilities: {}, arguments: { topic: 7 } });
    expect(withoutSense.error?.code).toBe(-32021);
    expect(method).not.toHaveBeenCalled();
    const capabilities = { sampling: {}, elicitation: { url: {} } };
    expect(textOf(await call({ capabilities }))).toBe("ran");
  });

  it("includes forms, if the client declared only pages", async () => {
    const { call } = serveModern(askName);
    const answer = await call({ capabilities: { elicitation: { url: {} } } });
    expect(answer.error?.data).toEqual({ requiredCapabilities: { elicitation: { form: {} } } });
  });

  it("is answered even if the client could answer other questions", async () => {
    const { call } = serveModern((ctx) => Promise.all([askName(ctx), ctx.roots()]));
    expect((await call({ capabilities: { elicitation: {} } })).error?.code).toBe(-32021);
  });
});
