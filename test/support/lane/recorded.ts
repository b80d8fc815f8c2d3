import { readFileSync } from "node:fs";
import { resolveReferences } from "./references.js";
import type { Sent, Step } from "./sent.js";

/** What clients have said to the examples. `record.ts` writes it anew. */
export interface RecordedFile {
  /** The headers of requests, each set once. */
  readonly headers: readonly Readonly<Record<string, string>>[];
  readonly conversations: readonly Recorded[];
}

/** What a client has said over HTTP or stdio, from its first message to its last one. */
export interface Recorded {
  /** The file of the example. */
  readonly server: string;
  readonly steps: readonly RecordedStep[];
}

/** One message, or a request without one. Only those over HTTP have headers. */
export interface RecordedStep {
  readonly method?: "GET" | "DELETE";
  /** Index of its headers. */
  readonly headers?: number;
  /** Index of the step whose answer has opened the session that it names. */
  readonly session?: number;
  readonly message?: unknown;
}

/** The committed file. */
export const RECORDED: URL = new URL("./recorded.json", import.meta.url);

/** All conversations that were recorded. */
export function readRecorded(): readonly {
  readonly server: string;
  readonly isHttp: boolean;
  readonly steps: readonly Step[];
}[] {
  const { headers, conversations }: RecordedFile = JSON.parse(readFileSync(RECORDED, "utf8"));
  return conversations.map(({ server, steps }) => ({
    server,
    isHttp: steps.some((step) => step.headers !== undefined),
    steps: steps.map((step) => replayed(step, headers[step.headers ?? -1])),
  }));
}

function replayed({ method, session, message }: RecordedStep, headers: Readonly<Record<string, string>> = {}): Step {
  return (answers): Sent => {
    const text = message === undefined ? "" : resolveReferences(JSON.stringify(message), answers);
    const resolved = Object.entries(headers).map(([name, value]) => [name, resolveReferences(value, answers)]);
    const id = session === undefined ? undefined : (answers[session]?.headers["mcp-session-id"] ?? "missing");
    return {
      name: text || (method ?? ""),
      text,
      headers: {
        ...{ accept: null, "content-type": null, ...Object.fromEntries(resolved) },
        ...(id !== undefined && { "mcp-session-id": id }),
      },
      ...(method && { method }),
    };
  };
}
