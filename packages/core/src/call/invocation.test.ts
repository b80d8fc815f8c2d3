import { describe, expect, it, vi } from "vitest";
import { accept } from "../ask/asking.fixture.js";
import type { Context } from "../context.js";
import { serveLegacy, serveModern, textOf } from "../sdk/serve-asking.fixture.js";
import { ToolError } from "../tool-error.js";

const askName = async (ctx: Context) => {
  const answer = await ctx.elicit<{ name: string }>("Your name?");
  return answer.action === "accept" ? `Hello ${answer.content.name}` : answer.action;
};

describe("a question of the legacy era", () => {
  it("is a request to the client, and the method continues where it was", async () => {
    const asked: unknown[] = [];
    const runs = vi.fn(async (ctx: Context) => {
      const effect = vi.fn(() => 1);
      await Promise.all([ctx.once("count", effect), ctx.once("count", effect)]);
      const told = [await askName(ctx), await askName(ctx)];
      return [...told, effect.mock.calls.length].join();
    });
    const { call } = await serveLegacy(runs, ({ method, params }) => {
      asked.push([method, params.mode, params.message]);
      return { result: accept({ name: `number ${asked.length}` }) };
    });
    expect(textOf(await call())).toBe("Hello number 1,Hello number 2,1");
    expect(runs).toHaveBeenCalledTimes(1);
    expect(asked).toEqual(Array(2).fill(["elicitation/create", "form", "Your name?"]));
  });

  it.each([
    ["content that does not fit the form", { result: accept({ name: 7 }) }, /content\.name: expected string/],
    ["no content", { result: { action: "accept" } }, /name/],
    ["something else", { result: { roots: [] } }, /not valid in the protocol/],
    ["an error", { error: { code: -1, message: "No, thanks" } }, /refused to answer: No, thanks/],
  ])("that is answered with %s fails the tool", async (_, answer, message) => {
    const { call, reports } = await serveLegacy(askName, () => answer);
    const { result } = await call();
    expect(result?.isError).toBe(true);
    expect(result?.content?.[0]?.text).toMatch(message);
    expect(reports).toEqual([]);
  });

  it("to open a page has an id, as 2025-11-25 requires", async () => {
    const asked: unknown[] = [];
    const page = (ctx: Context) => ctx.elicitUrl("Sign in", "https://example.com");
    const { call } = await serveLegacy(page, ({ params }) => {
      asked.push(params);
      return { result: { action: "decline" } };
    });
    expect(textOf(await call())).toContain("decline");
    expect(asked).toEqual([
      {
        mode: "url",
        message: "Sign in",
        url: "https://example.com",
        elicitationId: expect.any(String),
        _meta: expect.anything(),
      },
    ]);
  });

  it("to the model has text messages, and a text answer", async () => {
    const content = [
      { type: "text", text: "Hi " },
      { type: "text", text: "there" },
    ];
    const sample = async (ctx: Context) => (await ctx.sample({ messages: "Hi", maxTokens: 5 })).text;
    const { call } = await serveLegacy(sample, ({ params }) => {
      expect(params).toMatchObject({
        messages: [{ role: "user", content: { type: "text", text: "Hi" } }],
        maxTokens: 5,
      });
      return { result: { role: "assistant", model: "parrot", content } };
    });
    expect(textOf(await call())).toBe("Hi there");
  });

  it("that the client cannot answer fails the tool with a message", async () => {
    const { call, reports } = await serveLegacy(
      (ctx) => ctx.roots(),
      () => undefined,
    );
    const answer = await call();
    expect(answer.result?.isError).toBe(true);
    expect(textOf(answer)).toContain("lacks a capability that this needs: roots");
    expect(reports).toEqual([]);
  });

  it("ends with the request, when the client cancels it", async () => {
    let reason: unknown;
    const ended = withResolvers();
    const asking = async (ctx: Context) => {
      await askName(ctx).catch((error: unknown) => {
        reason = error;
      });
      ended.resolve(ctx.signal.aborted);
    };
    const { call, send, messages } = await serveLegacy(asking, () => {
      void send({ jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 2, reason: "enough" } });
      return undefined;
    });
    void call();
    expect(await ended.promise).toBe(true);
    expect(String(reason)).toContain("enough");
    expect(messages).toMatchObject([{ method: "notifications/cancelled" }]);
  });
});

describe("a question that nobody waits for any more", () => {
  it("is cancelled at the client before the result", async () => {
    const order: unknown[] = [];
    const hurried = (ctx: Context) =>
      Promise.race([askName(ctx), new Promise((resolve) => setTimeout(resolve, 20, "late"))]);
    const { call, messages } = await serveLegacy(hurried, (question) => {
      order.push((question as unknown as { id: unknown }).id);
      return undefined;
    });
    expect(textOf(await call())).toBe("late");
    expect(messages).toMatchObject([{ method: "notifications/cancelled", params: { requestId: order[0] } }]);
  });

  it("fails with an error, whatever the client gives as the reason", async () => {
    let thrown: unknown;
    const { call, send } = await serveLegacy(
      (ctx) =>
        askName(ctx).catch((error: unknown) => {
          thrown = error;
        }),
      () =>
        void send({ jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 2, reason: "enough" } }),
    );
    void call();
    await vi.waitFor(() => expect(thrown).toMatchObject({ name: "AbortError", message: "enough" }));
  });
});

it("does not run a method whose call is cancelled before it begins", async () => {
  const method = vi.fn();
  const { call, send } = await serveLegacy(method, () => undefined);
  void call();
  await send({ jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 2 } });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(method).not.toHaveBeenCalled();
});

describe("a tool's time", () => {
  const never = () => new Promise<never>(() => undefined);

  it.each(["modern", "legacy"])("ends a method that does not listen (%s)", async (era) => {
    let signal: AbortSignal | undefined;
    const method = (ctx: Context) => {
      signal = ctx.signal;
      return never();
    };
    const served =
      era === "modern"
        ? serveModern(method, { tool: { timeout: 20 } })
        : await serveLegacy(method, () => undefined, { timeout: 20 });
    const answer = await served.call();
    expect(answer.result?.isError).toBe(true);
    expect(textOf(answer)).toBe('The tool "ask" timed out after 20 ms.');
    expect(signal?.reason).toMatchObject({ name: "TimeoutError" });
    expect(served.reports).toEqual([]);
  });

  it("is not reported if the method stops by its signal", async () => {
    const listening = (ctx: Context) =>
      new Promise((_, reject) => ctx.signal.addEventListener("abort", () => reject(ctx.signal.reason)));
    const { call, reports } = serveModern(listening, { tool: { timeout: 20 } });
    expect(textOf(await call())).toContain("timed out");
    expect(reports).toEqual([]);
  });

  it("drops what the method returns later, but reports what it throws", async () => {
    const later = async (ctx: Context) => {
      await new Promise((resolve) => ctx.signal.addEventListener("abort", resolve));
      throw new Error("disk full");
    };
    const { call, reports } = serveModern(later, { tool: { timeout: 20 } });
    expect(textOf(await call())).toContain("timed out");
    await vi.waitFor(() => expect(reports.map(({ error }) => String(error))).toEqual(["Error: disk full"]));
  });

  it("stops while a person answers, and then continues", async () => {
    const patient = async (ctx: Context) => {
      await askName(ctx);
      return never();
    };
    const thinking = async () => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return { result: accept({ name: "Ada" }) };
    };
    const patientOnly = await serveLegacy(askName, thinking, { timeout: 50 });
    expect(textOf(await patientOnly.call())).toBe("Hello Ada");
    const { call } = await serveLegacy(patient, thinking, { timeout: 50 });
    expect(textOf(await call())).toContain("timed out after 50 ms");
  });

  it("does not change errors", async () => {
    const failing = () => {
      throw new ToolError("Try another.");
    };
    const { call } = serveModern(failing, { tool: { timeout: 1000 } });
    expect(textOf(await call())).toBe("Try another.");
  });
});

describe("what is sent while a method runs", () => {
  const meta = { progressToken: "p", "io.modelcontextprotocol/logLevel": "debug" };
  const valuesOf = (messages: readonly object[]) =>
    messages.map((message) => (message as { params: { progress?: number; data?: unknown } }).params);

  it("is the first and the latest of quick progress values, before the result", async () => {
    const quick = (ctx: Context) => {
      for (const value of [1, 2, 2, Number.NaN, 1, 3]) ctx.progress(value, 3, `at ${value}`);
    };
    const { call } = serveModern(quick);
    const { notifications } = await call({ meta });
    expect(valuesOf(notifications)).toEqual([
      { progressToken: "p", progress: 1, total: 3, message: "at 1" },
      { progressToken: "p", progress: 3, total: 3, message: "at 3" },
    ]);
  });

  it("is progress with finite numbers only", async () => {
    const endless = (ctx: Context) => {
      ctx.progress(1, Number.NaN);
      ctx.progress(Number.POSITIVE_INFINITY, 2);
    };
    const { call } = serveModern(endless);
    expect(valuesOf((await call({ meta })).notifications)).toEqual([{ progressToken: "p", progress: 1 }]);
  });

  it("is every slow progress value, in order", async () => {
    const slow = async (ctx: Context) => {
      for (const value of [1, 2, 3]) {
        ctx.progress(value);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
    };
    const { call } = serveModern(slow);
    expect(valuesOf((await call({ meta })).notifications).map(({ progress }) => progress)).toEqual([1, 2, 3]);
  });

  it("is nothing after the result", async () => {
    let late: Context | undefined;
    const { call, messages } = await serveLegacy(
      (ctx) => {
        late = ctx;
        ctx.progress(1);
        ctx.progress(2);
      },
      () => undefined,
    );
    await call(meta);
    const sent = messages.length;
    late?.progress(3);
    late?.log.error("late");
    await expect(late?.elicit("Your name?")).rejects.toThrow("is already answered");
    await expect(late?.once("late", () => 1)).rejects.toThrow("is already answered");
    late?.releaseConnection();
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(messages).toHaveLength(sent);
    expect(valuesOf(messages).map(({ progress }) => progress)).toEqual([1, 2]);
  });

  it("is a log message with any data, as JSON", async () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const hostile = {
      toJSON() {
        throw new Error("no");
      },
    };
    const values = [{ a: 1n }, new Map([["a", 1]]), undefined, () => 1, Symbol("s"), circular, hostile];
    const { call } = serveModern((ctx) => {
      for (const value of values) ctx.log.info(value);
      return "fine";
    });
    const answer = await call({ meta });
    expect(textOf(answer)).toBe("fine");
    const logged = valuesOf(answer.notifications).map(({ data }) => data);
    expect(logged.slice(0, 5)).toEqual([{ a: "1" }, { a: 1 }, null, null, null]);
    expect(logged.slice(5)).toEqual([expect.stringContaining("could not be logged"), expect.stringContaining("no")]);
  });
});

function withResolvers() {
  let resolve!: (value: unknown) => void;
  const promise = new Promise<unknown>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
