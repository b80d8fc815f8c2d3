import { expect, test } from "vitest";
import { httpFlags } from "../flags/http-flags.js";
import type { Settings } from "../flags/read-settings.js";
import { stdioFlags } from "../flags/stdio-flags.js";
import { readArguments } from "./read-arguments.js";

function options<Options>(settings: Settings<Options> | "help"): Options | "help" {
  return settings === "help" ? settings : settings.options;
}

test("prefers the command line to the environment", () => {
  const args = ["--port", "0", "--host=::1", "--allowed-host", "a", "--allowed-host", "b", "--legacy", "reject"];
  const env = { PORT: "8080", HOST: "0.0.0.0", ALLOWED_HOSTS: "c", MCP_PATH: "/api" };
  expect(options(readArguments(httpFlags, args, env))).toEqual({
    port: 0,
    host: "::1",
    allowedHosts: ["a", "b"],
    legacy: "reject",
    path: "/api",
  });
  expect(options(readArguments(stdioFlags, ["--shutdown-grace", "500ms"], { MCP_SHUTDOWN_GRACE: "1m" }))).toEqual({
    shutdownGraceMs: 500,
  });
});

test.each([
  [["--port", "http"], /^--port must be/],
  [["--prot", "1"], /^Unknown option '--prot'\. Arguments for your own code go after --\. Add --help for help\.$/],
  [["extra"], /^Unexpected argument 'extra'\. Arguments for your own code go after --\. Add --help for help\.$/],
  [["--port"], /^--port needs a value: --port <value>\. Add --help for help\.$/],
  [["--port", "--host"], /^--port needs a value, but "--host" looks like a flag\.$/],
  [["--path", "-1"], /^--path needs a value, but "-1" looks like a flag\.$/],
  [["--help=1"], /^--help takes no value\.$/],
])("refuses %j", (args, message) => {
  expect(() => readArguments(httpFlags, args, {})).toThrow(
    expect.objectContaining({ exitCode: 2, message: expect.stringMatching(message) }),
  );
});

test("asks for help", () => {
  expect(readArguments(httpFlags, ["-h"], {})).toBe("help");
  expect(readArguments(stdioFlags, ["-h"], { MCP_SHUTDOWN_GRACE: "1m" })).toBe("help");
});
