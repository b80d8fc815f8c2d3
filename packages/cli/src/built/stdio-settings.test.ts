import { expect, test } from "vitest";
import { readStdioSettings } from "./stdio-settings.js";

test("reads the command line, and else the environment", () => {
  const env = { MCP_SHUTDOWN_GRACE: "1m" };
  expect(readStdioSettings([], {})).toEqual({});
  expect(readStdioSettings([], { MCP_SHUTDOWN_GRACE: "" })).toEqual({});
  expect(readStdioSettings([], env)).toEqual({ shutdownGraceMs: 60_000 });
  expect(readStdioSettings(["--shutdown-grace", "500ms"], env)).toEqual({ shutdownGraceMs: 500 });
  expect(readStdioSettings(["-h"], env)).toBe("help");
});

test.each([[["--shutdown-grace", "soon"]], [["--shutdown-grace"]]])("refuses %j", (args) => {
  expect(() => readStdioSettings(args, {})).toThrow(/is not a time for --shutdown-grace\. It takes seconds/);
});
