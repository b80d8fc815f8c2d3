// Runs the conformance suite and the real clients, and writes what they say to `recorded.json`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../serve.js";
import { OpenAnswer } from "./open-answer.js";
import type { RecordedTraffic } from "./record-traffic.js";
import { RECORDED, type Recorded, type RecordedStep } from "./recorded.js";
import { withReferences } from "./references.js";

const TESTS = ["conformance", "clients", "interop"].map((name) => `test/${name}.test.ts`);
/** The servers that a test can serve within its own process. */
const SERVERS = ["examples/everything/server.ts", "examples/notes/server.ts"];
/**
 * Calls that a client cancels while they run. How far they have come by then is a matter of luck; the conversations that
 * are written by hand cancel calls that wait.
 */
const CANCELLED = '"to":100000';

/** A longer message is one with much data. */
const MAX_LENGTH = 10_000;

const folder = mkdtempSync(join(tmpdir(), "plainmcp-traffic-"));
try {
  const args = ["vitest", "run", "--project", "system", ...TESTS];
  spawnSync("npx", args, { cwd: ROOT, env: { ...process.env, RECORD_TRAFFIC: folder }, stdio: "inherit" });
  const headers: string[] = [];
  const conversations = [...new Set(readAll(headers).map((one) => JSON.stringify(one)))].sort();
  writeFileSync(
    RECORDED,
    `{"headers":[\n${headers.join(",\n")}\n],"conversations":[\n${conversations.join(",\n")}\n]}\n`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** @param headers Receives each set of headers, as text */
function readAll(headers: string[]): readonly Recorded[] {
  const all = readdirSync(folder).flatMap((name): Recorded[] => {
    const read = (file: string): string => readFileSync(join(folder, file), "utf8");
    if (name.endsWith(".json")) return [fromHttp(JSON.parse(read(name)), headers)];
    return name.endsWith(".lines") ? [fromLines(read(name.replace(".lines", ".server")), read(name))] : [];
  });
  return all.filter(({ server, steps }) => SERVERS.includes(server) && steps.length > 0);
}

function fromHttp({ server, exchanges }: RecordedTraffic, headers: string[]): Recorded {
  const kept = exchanges.filter(({ body }) => isKept(body));
  const answers = kept.map(({ answer }) => answerOf(answer));
  const steps = kept.map((exchange, index): RecordedStep => {
    const { method, body } = exchange;
    const replaced = (text: string): string => withReferences(text, answers.slice(0, index));
    const { "mcp-session-id": id, ...rest } = exchange.headers;
    const session = kept.findIndex(({ session }) => session !== undefined && session === id);
    const own = JSON.stringify(
      Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, replaced(value)])),
    );
    if (!headers.includes(own)) headers.push(own);
    return {
      ...(method !== "POST" && { method: method as "GET" }),
      headers: headers.indexOf(own),
      ...(session !== -1 && { session }),
      ...(body !== "" && { message: JSON.parse(replaced(body)) }),
    };
  });
  return { server, steps };
}

function fromLines(server: string, text: string): Recorded {
  const steps: RecordedStep[] = [];
  const answers: OpenAnswer[] = [];
  for (const line of text.split("\n")) {
    const content = line.slice(1);
    if (line.startsWith("<")) answers.push(answerOf(content));
    if (line.startsWith(">") && isKept(content)) steps.push({ message: JSON.parse(withReferences(content, answers)) });
  }
  return { server, steps };
}

function isKept(text: string): boolean {
  return !text.includes(CANCELLED) && text.length < MAX_LENGTH;
}

function answerOf(text: string): OpenAnswer {
  const answer = new OpenAnswer();
  answer.add(text);
  return answer;
}
