import { afterEach, describe, expect, it, vi } from "vitest";
import { serveDirectly } from "../engine/serve-directly.fixture.js";
import { ProtocolError } from "../protocol-error.js";
import type { DefineServerOptions } from "../registry/define-server-options.js";
import type { ErrorPolicy } from "../reporting/error-policy.js";
import type { ErrorReporter } from "../reporting/error-report.js";
import { ToolError } from "../tool-error.js";
import { Weather, weatherManifest } from "../weather.fixture.js";
import { toFault } from "./to-fault.js";

afterEach(() => vi.restoreAllMocks());

const SECRET = { name: "explode", arguments: { kind: "secret" } };

it.each<[string, ErrorReporter]>([
  [
    "throws",
    () => {
      throw new Error("SENTRY_DSN=secret");
    },
  ],
  ["rejects", () => Promise.reject(new Error("SENTRY_DSN=secret"))],
])("an onError that %s reaches stderr, not the client, and does not end the process", async (_, onError) => {
  const written: unknown[] = [];
  vi.spyOn(console, "error").mockImplementation((...args) => void written.push(...args));
  const { send } = serveDirectly(Weather, { manifest: weatherManifest(), onError });
  const result = await send("tools/call", SECRET);
  expect(result.isError).toBe(true);
  expect(JSON.stringify(result)).not.toMatch(/SENTRY|db host/);
  await vi.waitFor(() => expect(written.map(String).join()).toContain("SENTRY_DSN=secret"));
  expect(written.map(String).join()).toContain("secret db host");
});

it("a cancelled call is not reported as a failure", async () => {
  const { send, reports } = serveDirectly(Weather, { manifest: weatherManifest() });
  expect(await send("tools/call", SECRET, { signal: AbortSignal.abort() })).toMatchObject({ isError: true });
  expect(reports).toEqual([]);
});

describe("the option errors", () => {
  const manifest = weatherManifest();
  const explode = async (options: DefineServerOptions) => {
    const { send, reports } = serveDirectly(Weather, { manifest, ...options });
    const { content, isError } = await send("tools/call", SECRET);
    expect(isError).toBe(true);
    return { text: content[0].text as string, reports };
  };

  it.each([undefined, "masked", () => undefined] as const)("keeps an error masked: %s", async (errors) => {
    const { text, reports } = await explode(errors === undefined ? {} : { errors });
    expect(text).toBe(
      `The server failed to answer (tool "explode"). Its log has the cause under reference ${reports[0]?.reference}.`,
    );
    expect(reports).toMatchObject([{ source: 'tool "explode"' }]);
  });

  it("exposes the message and not the stack, and reports the error as before", async () => {
    const { text, reports } = await explode({ errors: "exposed" });
    expect(text).toBe("secret db host");
    expect(reports).toMatchObject([
      { error: new Error("secret db host"), reference: expect.stringMatching(/^\w{8}$/) },
    ]);
  });

  it("turns an error into a ToolError, and reports nothing", async () => {
    const { text, reports } = await explode({ errors: (error) => new ToolError(`Seen: ${(error as Error).message}`) });
    expect(text).toBe("Seen: secret db host");
    expect(reports).toEqual([]);
  });

  it("leaves a returned value that does not fit its type to the operator", async () => {
    const params = { name: "explode", arguments: { kind: "wrong" } };
    const translated = serveDirectly(Weather, { manifest, errors: () => new ToolError("Translated.") });
    expect((await translated.send("tools/call", params)).content[0].text).toContain("The server failed to answer");
    expect(String(translated.reports[0]?.error)).toContain("does not match the return type");
    const exposed = serveDirectly(Weather, { manifest, errors: "exposed" });
    expect((await exposed.send("tools/call", params)).content[0].text).toContain("does not match the return type");
    expect(exposed.reports).toHaveLength(1);
  });

  it.each<[string, unknown]>([
    [
      "throws",
      () => {
        throw new ToolError("Its own failure.");
      },
    ],
    ["returns a promise", async () => new ToolError("Too late.")],
    ["returns one that rejects", () => Promise.reject(new Error("rejected"))],
    ["returns another error", () => new Error("Not this one.")],
    ["returns text", () => "text"],
    ["returns one whose message is not a string", () => Object.assign(new ToolError(), { message: 7 })],
    ["returns one that cannot be read", () => unreadable(new ToolError())],
  ])("keeps the error masked if the function %s, and reports both", async (_, errors) => {
    const { text, reports } = await explode({ errors: errors as ErrorPolicy });
    expect(text).toContain("The server failed to answer");
    expect(reports.map(({ source }) => source)).toEqual(["the option errors", 'tool "explode"']);
  });

  it("does not concern errors that clients may read anyway", async () => {
    const seen: unknown[] = [];
    const errors = (error: unknown) => void seen.push(error);
    const { send } = serveDirectly(Weather, { manifest, errors });
    const refused = await send("tools/call", { name: "explode", arguments: { kind: "tool" } });
    expect(refused).toMatchObject({ isError: true, content: [{ text: "Ask for another city." }] });
    await send("tools/call", SECRET, { signal: AbortSignal.abort() });
    expect(seen).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ["text", "thrown text", "thrown text"],
    ["an error without a message", new RangeError(), "RangeError"],
    ["an error whose message is not a string", Object.assign(new Error("a"), { message: 7 }), "Error"],
  ])("exposes %s", (_, thrown, message) => {
    const report = Object.assign(() => "reference", { errors: "exposed" as const });
    expect(toFault(thrown, "request", report)).toMatchObject({ kind: "masked", message });
  });

  it.each<[string, unknown]>([
    ["an object", { message: "no error" }],
    ["nothing", undefined],
    ["an error that cannot be read", unreadable(new Error("a"))],
    ["a revoked proxy", revoked()],
  ])("has nothing to expose of %s", (_, thrown) => {
    const report = Object.assign(() => "reference", { errors: "exposed" as const });
    expect(toFault(thrown, "request", report).message).toMatch(/under reference reference|cannot be inspected/);
  });
});

describe("a ToolError", () => {
  it("has the name of its class for the model, if it has no message", () => {
    class Missing extends ToolError {
      override readonly name = "Missing";
    }
    expect(toFault(new Missing(), "request", () => "reference")).toMatchObject({ kind: "refused", message: "Missing" });
  });

  it.each([7, undefined, { secret: 1 }])("is masked and reported if its message was changed to %j", (message) => {
    const { fault, reports } = reported(Object.assign(new ToolError("a"), { message }));
    expect(fault).toMatchObject({ kind: "masked", message: expect.stringContaining("under reference") });
    expect(reports).toEqual([new TypeError("The message of a ToolError is not a string.")]);
  });
});

describe("a ProtocolError", () => {
  it("becomes a fault with its code, message and data", () => {
    const error = new ProtocolError(4001, "Mine.", { at: new Date(0), list: [1n] });
    expect(toFault(error, "request", () => "reference")).toEqual({
      ...{ kind: "protocol", code: 4001, message: "Mine.", error },
      data: { at: "1970-01-01T00:00:00.000Z", list: ["1"] },
    });
    expect(toFault(new ProtocolError(4001, "Mine."), "request", () => "reference")).not.toHaveProperty("data");
  });

  it("is masked and reported if its data has no JSON", () => {
    const cyclic: { self?: unknown } = {};
    cyclic.self = cyclic;
    const { fault, reports } = reported(new ProtocolError(4001, "Mine.", cyclic));
    expect(fault).toMatchObject({ kind: "masked" });
    expect(reports).toMatchObject([{ message: expect.stringContaining("cannot be sent as JSON") }]);
  });

  it.each<[object, RegExp]>([
    [{ code: -32_601 }, /-32601 cannot be the code/],
    [{ code: "ENOENT" }, /ENOENT cannot be the code/],
    [{ code: undefined }, /undefined cannot be the code/],
    [{ message: { secret: 1 } }, /message of a ProtocolError is not a string/],
  ])("is masked and reported if it was changed to %j", (changes, problem) => {
    const { fault, reports } = reported(Object.assign(new ProtocolError(4001, "Mine."), changes));
    expect(fault).toMatchObject({ kind: "masked", message: expect.stringContaining("under reference") });
    expect(reports).toMatchObject([{ message: expect.stringMatching(problem) }]);
  });
});

function reported(thrown: unknown) {
  const reports: unknown[] = [];
  const record = (error: unknown) => {
    reports.push(error);
    return "reference";
  };
  // No function gives a mistake of the server another meaning.
  const report = Object.assign(record, { errors: () => new ToolError("Translated.") });
  return { fault: toFault(thrown, "request", report), reports };
}

function unreadable<E extends Error>(error: E): E {
  const get = () => {
    throw new Error("b");
  };
  return Object.defineProperty(error, "message", { get });
}

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
