import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { CACHE_ON, compileAhead, runWarm } from "../../../../test/support/warm-command.js";

/** The command itself, for tests that start Node in their own way. */
export const BIN: string = fileURLToPath(new URL("../../bin/plainmcp.js", import.meta.url));
/** The folder of `@plainmcp/core`. */
export const CORE: string = fileURLToPath(new URL("../../../core", import.meta.url));

/** A class with one of each primitive, which prints while it is loaded and throws when it is asked to. */
export const WEATHER = `import { prompt, resource, tool } from "@plainmcp/core";

console.log("printed while loading");

/** Weather for any city. */
export default class Weather {
  /**
   * Current reading for a city.
   * @param city Name of the city
   */
  @tool
  current(city: string): string {
    if (city === "Atlantis") sink();
    return "Sunny in " + city;
  }

  /** Report for a city. */
  @resource("weather://{city}/report")
  report(city: string): string {
    return city;
  }

  /** Packing advice. */
  @prompt
  packing(city: string): string {
    return "What should I pack for " + city + "?";
  }
}

function sink(): never {
  throw new Error("sunk");
}
`;

/** A folder of a user's project, which is gone when the test is. */
export async function createProject(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "plainmcp-project-")));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "node_modules", "@plainmcp"), { recursive: true });
  await symlink(CORE, join(folder, "node_modules", "@plainmcp", "core"), "dir");
  const all = { "package.json": '{ "name": "weather", "version": "1.2.3", "type": "module" }', ...files };
  for (const [name, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** How a process ended and what it printed. */
export interface Finished {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process under test, which is gone when the test is. */
export interface Running {
  readonly child: ChildProcessWithoutNullStreams;
  /** Resolves with the match as soon as stdout has one. */
  readonly untilStdout: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Resolves with the match as soon as stderr has one. */
  readonly untilStderr: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly finished: Promise<Finished>;
}

/** Starts `plainmcp` in a folder. */
export function startCommand(folder: string, ...args: readonly string[]): Running {
  return start(folder, [BIN, ...args]);
}

/** Starts `plainmcp serve` in a folder, with a file that has been compiled already. */
export async function startServe(folder: string, ...args: readonly string[]): Promise<Running> {
  await compileAhead(folder, ["serve", ...args]);
  return start(folder, [BIN, "serve", ...args], CACHE_ON);
}

/** Runs `plainmcp` in a folder to its end, with nothing on stdin: in a process that has run others, if it may. */
export async function runCommand(folder: string, ...args: readonly string[]): Promise<Finished> {
  const [command, ...rest] = args;
  return command === "serve" ? toEnd(await startServe(folder, ...rest)) : runWarm(folder, args);
}

/** Runs `plainmcp` in a process of its own. */
export function runAlone(folder: string, ...args: readonly string[]): Promise<Finished> {
  return toEnd(startCommand(folder, ...args));
}

function toEnd({ child, finished }: Running): Promise<Finished> {
  child.stdin.end();
  return finished;
}

/** Starts Node in a folder. */
export function start(folder: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const child = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, NO_COLOR: "1", ...env } });
  onTestFinished(() => void child.kill("SIGKILL"));
  const printed = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
  const finished = once(child, "close").then(([exitCode]) => ({ exitCode: exitCode as number | null, ...printed }));
  return {
    child,
    finished,
    untilStdout: (pattern) => until(child, () => pattern.exec(printed.stdout), printed),
    untilStderr: (pattern) => until(child, () => pattern.exec(printed.stderr), printed),
  };
}

/**
 * Sends messages on stdin and collects the answers, as many as there are requests; then ends stdin. Answers may come in any
 * order, and are returned in that of their ids.
 */
export async function exchange({ child, finished }: Running, messages: readonly Message[]): Promise<Message[]> {
  const expected = messages.filter(({ id }) => id !== undefined).length;
  const answers: Message[] = [];
  for (const message of messages) child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
  let rest = "";
  child.stdout.on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    answers.push(...lines.map((line) => JSON.parse(line) as Message));
    if (answers.length >= expected) child.stdin.end();
  });
  await finished;
  return answers.sort((a, b) => Number(a.id) - Number(b.id));
}

/** A JSON-RPC message. */
export interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** What every client of a legacy revision says first. */
export const HANDSHAKE: readonly Message[] = [
  {
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1" } },
  },
  { method: "notifications/initialized" },
];

function until<T>(
  child: ChildProcessWithoutNullStreams,
  find: () => T | null,
  printed: { readonly stdout: string; readonly stderr: string },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const found = find();
      if (found !== null) resolve(found);
    };
    for (const stream of [child.stdout, child.stderr]) stream.on("data", look);
    child.once("close", () => reject(new Error(`ended too early:\n${printed.stdout}${printed.stderr}`)));
    look();
  });
}
