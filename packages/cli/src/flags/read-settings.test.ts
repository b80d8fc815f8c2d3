import { expect, test } from "vitest";
import { type Flag, toName } from "./flag.js";
import { httpFlags } from "./http-flags.js";
import { readSettings } from "./read-settings.js";
import { stdioFlags } from "./stdio-flags.js";

test("leaves everything to the transport if nothing is said", () => {
  expect(readSettings(httpFlags, {}, {}).options).toEqual({});
  expect(readSettings(stdioFlags, {}, {}).options).toEqual({});
});

test("reads options from flags, and from variables", () => {
  const texts = {
    "--port": ["8080"],
    "--allowed-host": ["a, b,"],
    "--session-ttl": ["1h"],
    "--max-body-size": ["4MB"],
  };
  const env = { PORT: "8080", ALLOWED_HOSTS: "a, b,", MCP_SESSION_TTL: "1h", MCP_MAX_BODY_SIZE: "4MB" };
  const options = { port: 8080, allowedHosts: ["a", "b"], sessionTtlMs: 3_600_000, limits: { maxBodySize: 4_000_000 } };
  expect(readSettings(httpFlags, texts).options).toEqual(options);
  expect(readSettings(httpFlags, {}, env).options).toEqual(options);
  const overStdio = { limits: { maxLineSize: 1_000 }, shutdownGraceMs: 500 };
  expect(readSettings(stdioFlags, { "--max-line-size": ["1kB"], "--shutdown-grace": ["0.5"] }).options).toEqual(
    overStdio,
  );
  expect(readSettings(stdioFlags, {}, { MCP_MAX_LINE_SIZE: "1kB", MCP_SHUTDOWN_GRACE: "0.5" }).options).toEqual(
    overStdio,
  );
});

test("names no flag and no variable twice, and shows defaults that people can write", () => {
  const flags = [...Object.values<Flag>(httpFlags), ...Object.values<Flag>(stdioFlags)];
  const unreadable = flags.filter(
    (flag) => flag.default !== undefined && flag.format.parse(flag.default) === undefined,
  );
  // These depend on others.
  const derived = ["--headers-timeout", "--max-bodies-size", "--max-connections", "--max-sessions-size"];
  expect([...new Set(unreadable.map(toName))].sort()).toEqual(
    [...derived, "--max-queues-size", "--max-tasks-size"].sort(),
  );
  for (const table of [httpFlags, stdioFlags].map((one) => Object.values<Flag>(one))) {
    expect(new Set(table.map(toName)).size).toBe(table.length);
    expect(new Set(table.map(({ env }) => env)).size).toBe(table.length);
  }
});

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
  [
    "--session-ttl",
    "soon",
    '--session-ttl must be a time such as 30s, 2m or 500ms, not "soon". The units are ms, s, m and h.',
  ],
  [
    "--max-body-size",
    "1GB",
    '--max-body-size must be a size such as 30kB, 4MB or 4MiB, not "1GB". The units are B, kB, KiB, MB and MiB.',
  ],
  ["--session-ttl", "0", '--session-ttl must be at least 1ms, not "0". The units are ms, s, m and h.'],
  ["--keep-alive", "0.0001", '--keep-alive must be 0 or at least 1ms, not "0.0001". The units are ms, s, m and h.'],
  ["--max-sessions", "-1", '--max-sessions must be at least 1, not "-1".'],
  ["--max-sessions", "many", '--max-sessions must be a whole number, not "many".'],
  ["--allowed-host", "", '--allowed-host must be a list with at least one entry, not "".'],
  ["--allowed-origin", ",", '--allowed-origin must be a list with at least one entry, not ",".'],
  ["--host", "--port", '--host needs a value, but "--port" looks like a flag.'],
])("refuses %s %j", (name, text, message) => {
  expect(() => readSettings(httpFlags, { [name]: [text] })).toThrow(expect.objectContaining({ exitCode: 2, message }));
});

test("says that it was the variable", () => {
  expect(() => readSettings(httpFlags, {}, { PORT: "http" })).toThrow(/^PORT must be a whole number/);
});
