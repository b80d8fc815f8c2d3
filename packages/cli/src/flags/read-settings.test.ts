import { expect, test } from "vitest";
import { type Flag, type FlagTable, toName } from "./flag.js";
import { httpFlags } from "./http-flags.js";
import { readSettings } from "./read-settings.js";
import { stdioFlags } from "./stdio-flags.js";

/** Each flag's option, with a text and the value that it stands for. */
const HTTP = {
  host: ["0.0.0.0", "0.0.0.0"],
  port: ["8080", 8080],
  path: ["/api", "/api"],
  allowedHosts: ["a.example, b.example,", ["a.example", "b.example"]],
  allowedOrigins: ["https://a", ["https://a"]],
  legacy: ["stateless", "stateless"],
  maxSessions: ["10", 10],
  sessionTtlMs: ["1h", 3_600_000],
  maxUnfetchedBytes: ["1MiB", 1_048_576],
  maxBodySize: ["4mb", 4_000_000],
  keepAliveMs: ["0", 0],
  keepAliveTimeoutMs: ["620s", 620_000],
  headersTimeoutMs: ["650", 650_000],
  shutdownGraceMs: ["1m", 60_000],
} as const;
const STDIO = { maxLineBytes: ["1MB", 1_000_000], shutdownGraceMs: ["500ms", 500] } as const;

test("leaves everything to the transport if nothing is said", () => {
  expect(readSettings(httpFlags, {}, {}).options).toEqual({});
  expect(readSettings(stdioFlags, {}, {}).options).toEqual({});
});

test("reads every option from its flag, and from its variable", () => {
  expectEvery(httpFlags, HTTP);
  expectEvery(stdioFlags, STDIO);
});

function expectEvery<Options>(
  table: FlagTable<Options>,
  texts: Readonly<Record<keyof typeof table, readonly [string, unknown]>>,
): void {
  const rows = Object.entries<Flag>(table).map(([option, flag]) => {
    const [text, value] = texts[option as keyof typeof table];
    return { flag: [toName(flag), [text]], variable: [flag.env, text], option: [option, value] };
  });
  const options = Object.fromEntries(rows.map(({ option }) => option));
  expect(readSettings(table, Object.fromEntries(rows.map(({ flag }) => flag))).options).toEqual(options);
  expect(readSettings(table, {}, Object.fromEntries(rows.map(({ variable }) => variable))).options).toEqual(options);
}

test("prefers flags to variables, and the last flag; lists grow", () => {
  const given = { "--port": ["1", "2"], "--allowed-host": ["a", "b,c"] };
  const env = { PORT: "8080", ALLOWED_HOSTS: "d", MCP_PATH: "/api" };
  expect(readSettings(httpFlags, given, env).options).toEqual({
    port: 2,
    allowedHosts: ["a", "b", "c"],
    path: "/api",
  });
});

test("takes an empty variable for one that is not set", () => {
  const env = Object.fromEntries(Object.values<Flag>(httpFlags).map((flag) => [flag.env, ""]));
  expect(readSettings(httpFlags, {}, env).options).toEqual({});
});

test("names what has set an option, or what could", () => {
  const { nameOf } = readSettings(httpFlags, { "--port": ["1"] }, { MCP_PATH: "/api" });
  expect(["port", "path", "host", "onError"].map(nameOf)).toEqual(["--port", "MCP_PATH", "--host or HOST", "onError"]);
  expect(readSettings(httpFlags, {}).nameOf("host")).toBe("--host");
});

test.each([
  ["--port", "http", '--port must be a whole number from 0 to 65535, not "http".'],
  ["--host", "", '--host must be a text with at least one character, not "".'],
  ["--legacy", "none", '--legacy must be one of sessions, stateless, reject, not "none".'],
  ["--session-ttl", "soon", '--session-ttl must be a time such as 30s, 2m or 500ms, not "soon".'],
  ["--max-body-size", "big", '--max-body-size must be a size such as 30kB, 4MB or 4MiB, not "big".'],
])("refuses %s %j", (name, text, message) => {
  expect(() => readSettings(httpFlags, { [name]: [text] })).toThrow(expect.objectContaining({ exitCode: 2, message }));
});

test("says that it was the variable", () => {
  expect(() => readSettings(httpFlags, {}, { PORT: "http" })).toThrow(/^PORT must be a whole number/);
});
