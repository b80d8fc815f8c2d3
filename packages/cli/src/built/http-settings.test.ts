import { expect, test } from "vitest";
import { readHttpSettings } from "./http-settings.js";

test("listens on port 3000 when nothing is said", () => {
  expect(readHttpSettings([], {})).toEqual({ port: 3000 });
});

test("reads the environment", () => {
  const env = {
    PORT: "8080",
    HOST: "0.0.0.0",
    MCP_PATH: "/api",
    ALLOWED_HOSTS: "a.example, b.example,",
    ALLOWED_ORIGINS: "https://a",
    MCP_LEGACY: "stateless",
  };
  expect(readHttpSettings([], env)).toEqual({
    port: 8080,
    host: "0.0.0.0",
    path: "/api",
    allowedHosts: ["a.example", "b.example"],
    allowedOrigins: ["https://a"],
    legacy: "stateless",
  });
});

test("prefers the command line to the environment", () => {
  const args = [
    "--port",
    "0",
    "--host",
    "::1",
    "--path",
    "/x",
    "--allowed-host",
    "a",
    "--allowed-host",
    "b",
    "--allowed-origin",
    "https://a",
    "--legacy",
    "reject",
  ];
  const env = {
    MCP_LEGACY: "stateless",
    PORT: "8080",
    HOST: "0.0.0.0",
    MCP_PATH: "/api",
    ALLOWED_HOSTS: "c",
    ALLOWED_ORIGINS: "c",
  };
  expect(readHttpSettings(args, env)).toEqual({
    port: 0,
    host: "::1",
    path: "/x",
    allowedHosts: ["a", "b"],
    allowedOrigins: ["https://a"],
    legacy: "reject",
  });
});

test("takes an empty variable for none", () => {
  expect(
    readHttpSettings([], { PORT: "", HOST: "", MCP_PATH: "", ALLOWED_HOSTS: "", ALLOWED_ORIGINS: "", MCP_LEGACY: "" }),
  ).toEqual({
    port: 3000,
  });
});

test.each([
  [["--port", "http"], /"http" is no port/],
  [["--path", "mcp"], /"mcp" is no path/],
  [["--path", "/mcp?x=1"], /"\/mcp\?x=1" is no path/],
  [["--legacy", "none"], /"none" is none of sessions, stateless, reject/],
  [["--prot", "1"], /--prot/],
  [["extra"], /extra/],
])("refuses %j", (args, message) => {
  expect(() => readHttpSettings(args, {})).toThrow(
    expect.objectContaining({ exitCode: 2, message: expect.stringMatching(message) }),
  );
});

test("asks for help", () => {
  expect(readHttpSettings(["-h"], {})).toBe("help");
});
