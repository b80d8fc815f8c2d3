import { join } from "node:path";
import { cpuTimeProblem } from "../load/cpu-time.js";
import { drive } from "../load/drive.js";
import { createWorkload } from "../load/workload.js";
import { HttpConnection } from "../protocol/http-connection.js";
import type { Era } from "../protocol/messages.js";
import { type RunningServer, runServer } from "../servers/run-server.js";
import { newestEra, selectSubjects, versionsOf } from "../servers/select-subjects.js";
import type { ServerSubject } from "../servers/server-subject.js";
import { SERVER_SUBJECTS } from "../servers/server-subjects.js";
import type { Bench, BenchOptions } from "../shared/bench.js";
import { countOf } from "../shared/count-of.js";
import { named } from "../shared/named.js";
import { progress } from "../shared/progress.js";
import type { Column, Row } from "../shared/report.js";
import { createWorkFolder } from "../shared/work-folder.js";
import { readMemory, watchMemory } from "./watch-memory.js";

/** What servers over HTTP hold: at rest, after load, for each call and for each session. */
export const MEMORY: Bench = {
  name: "memory",
  summary: "memory over HTTP: at rest, after load, what stays of calls and of sessions",
  subjects: SERVER_SUBJECTS.map(({ name }) => name),
  problem: cpuTimeProblem(),
  run: async (options) => {
    const subjects = selectSubjects(SERVER_SUBJECTS, options.subjects);
    const amount = amountOf(options);
    const file = join(createWorkFolder(), "memory.json");
    const found = new Map<string, Found>();
    for (const subject of subjects) {
      const era = newestEra(subject, "http");
      if (era === undefined) continue;
      progress("memory", subject.name);
      found.set(subject.name, await named(subject.name, () => measure(subject, era, amount, file)));
    }
    const rows = subjects.map((subject) => toRow(subject, found));
    const title = `${countOf(amount.tools, "tool")} over HTTP, ${amount.calls} calls, ${amount.sessions} sessions`;
    return { tables: [{ title, columns: COLUMNS, rows, chart: 2 }], versions: versionsOf(subjects) };
  },
};

/** How much is done. */
interface Amount {
  readonly tools: number;
  readonly calls: number;
  readonly sessions: number;
}

function amountOf({ tiny, full }: BenchOptions): Amount {
  if (tiny) return { tools: 2, calls: 400, sessions: 20 };
  return { tools: 50, calls: full ? 1_000_000 : 200_000, sessions: 2000 };
}

/** Bytes. */
interface Found {
  readonly idle: number;
  readonly loaded: number;
  readonly perCall: number;
  readonly perSession: number | null;
}

const IN_FLIGHT = 32;
const SESSION_CONNECTIONS = 32;

async function measure(
  subject: ServerSubject,
  era: Era,
  { tools, calls, sessions }: Amount,
  file: string,
): Promise<Found> {
  const start = (era: Era, args: readonly string[] = []): Promise<RunningServer> =>
    runServer(subject, {
      ...{ transport: "http", tools, era },
      adapt: (command) => watchMemory({ ...command, args: [...command.args, ...args] }, file),
    });

  const server = await start(era);
  try {
    const workload = createWorkload("tools/call", tools);
    const connections = await Promise.all(Array.from({ length: IN_FLIGHT }, () => server.connect()));
    const [first] = connections;
    if (first !== undefined) await workload.verify(first);
    const idle = await readMemory(server.pid, file);
    // What code and caches take comes with the first calls, and stays.
    await drive({ pid: server.pid, connections, workload, until: { requests: calls / 10 } });
    const warm = await readMemory(server.pid, file);
    await drive({ pid: server.pid, connections, workload, until: { requests: calls } });
    const loaded = await readMemory(server.pid, file);
    const perSession = hasSessions(subject) ? await measureSessions(start, file, sessions, subject) : null;
    return { idle: idle.rss, loaded: loaded.rss, perCall: (loaded.held - warm.held) / calls, perSession };
  } finally {
    await server.end();
  }
}

function hasSessions({ lacks, note }: ServerSubject): boolean {
  return lacks("http", "legacy") === undefined && note?.("http", "legacy") === undefined;
}

/** Bytes that one more session takes in a server that has many. */
async function measureSessions(
  start: (era: Era, args: readonly string[]) => Promise<RunningServer>,
  file: string,
  sessions: number,
  { manySessions = [] }: ServerSubject,
): Promise<number> {
  const server = await start("legacy", manySessions);
  try {
    const connections: HttpConnection[] = [];
    for (let n = 0; n < SESSION_CONNECTIONS; n += 1) {
      const connection = await server.connect();
      if (connection instanceof HttpConnection) connections.push(connection);
    }
    const open = async (count: number): Promise<void> => {
      const each = Math.ceil(count / connections.length);
      const openSome = async (connection: HttpConnection): Promise<void> => {
        for (let n = 0; n < each; n += 1) await connection.beginSession();
      };
      await Promise.all(connections.map(openSome));
    };
    await open(sessions / 10);
    const before = await readMemory(server.pid, file);
    await Promise.all(connections.map((connection) => connection.renew()));
    await open(sessions);
    const after = await readMemory(server.pid, file);
    return (after.held - before.held) / (Math.ceil(sessions / connections.length) * connections.length);
  } finally {
    await server.end();
  }
}

const COLUMNS: readonly Column[] = [
  { name: "at rest", unit: "MB" },
  { name: "of bare", unit: "×" },
  { name: "after load", unit: "MB" },
  { name: "of bare", unit: "×" },
  { name: "stays of a call", unit: "B" },
  { name: "a session", unit: "B" },
];

const MEGABYTE = 1e6;

function toRow(subject: ServerSubject, found: ReadonlyMap<string, Found>): Row {
  const own = found.get(subject.name);
  const base = found.get(subject.base);
  if (own === undefined || base === undefined) {
    return {
      subject: subject.name,
      values: [],
      note: subject.lacks("http", "legacy") ?? "its base cannot be measured",
    };
  }
  const values = [
    ...[own.idle / MEGABYTE, own.idle / base.idle, own.loaded / MEGABYTE, own.loaded / base.loaded],
    ...[own.perCall, own.perSession],
  ];
  return { subject: subject.name, values, ...(own.perSession === null && { note: "has no sessions" }) };
}
