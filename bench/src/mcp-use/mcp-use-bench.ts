import { cpuTimeProblem } from "../load/cpu-time.js";
import { drive, type LoadSample } from "../load/drive.js";
import { createWorkload, type Workload } from "../load/workload.js";
import { besideBase } from "../servers/beside-base.js";
import { NODE_22 } from "../servers/node-22.js";
import { onNode22 } from "../servers/on-node-22.js";
import { type RunningServer, runServer } from "../servers/run-server.js";
import { selectSubjects, versionsOf } from "../servers/select-subjects.js";
import type { ServerSubject } from "../servers/server-subject.js";
import { SERVER_SUBJECTS } from "../servers/server-subjects.js";
import type { Bench } from "../shared/bench.js";
import { measureBeside } from "../shared/measure-beside.js";
import { median } from "../shared/median.js";
import type { Column, ReportTable } from "../shared/report.js";

const NAMES = ["bare-node-22", "ours", "sdk-v2", "tmcp", "mcp-use", "xmcp"];
const SUBJECTS = SERVER_SUBJECTS.filter(({ name }) => NAMES.includes(name)).map(onNode22);

/** The method that mcp-use has published for its own numbers, on ours too, all on Node 22. */
export const MCP_USE: Bench = {
  name: "mcp-use",
  summary: "mcp-use's own published method: one list for nine calls, up to 50 clients; launches",
  subjects: NAMES,
  problem: cpuTimeProblem() ?? NODE_22.problem,
  run: async ({ tiny, rounds, subjects: wanted }) => {
    const subjects = selectSubjects(SUBJECTS, wanted);
    const load = await measureLoad(subjects, rounds ?? (tiny ? 0 : 3), tiny ? 0.01 : 1);
    const launch = await measureLaunch(subjects, rounds ?? (tiny ? 0 : 100));
    return { tables: [load, launch], versions: versionsOf(subjects) };
  },
};

/** The method's, in milliseconds: 5 clients at once, one more at a time until there are 50. */
const PREFLIGHT = 3000;
const STEADY = 5000;
const RAMP = 15_000;
const FIRST_CLIENTS = 5;
const CLIENTS = 50;

const SETTING = { transport: "http", tools: 1, era: "modern" } as const;

async function measureLoad(subjects: readonly ServerSubject[], rounds: number, scale: number): Promise<ReportTable> {
  const title = "one tools/list for nine tools/call, 5 to 50 clients";
  const samples = await measureBeside(
    besideBase(subjects, (subject) => loadOf(subject, scale)),
    rounds,
    title,
  );
  const columns: readonly Column[] = [
    { name: "requests", unit: "/s" },
    { name: "of bare", unit: "×" },
    { name: "p95", unit: "µs" },
    { name: "p99", unit: "µs" },
  ];
  const rows = [...samples].map(([subject, taken]) => {
    const of = (key: keyof LoadSample) => median(taken.map(({ own }) => own[key]));
    const toBase = median(taken.map(({ own, base }) => own.perSecond / base.perSecond));
    return { subject, values: [of("perSecond"), toBase, of("p95"), of("p99")] };
  });
  return { title, columns, rows, chart: 0 };
}

async function loadOf(subject: ServerSubject, scale: number): Promise<LoadSample> {
  const server = await runServer(subject, SETTING);
  try {
    const workload = mixed();
    const connections = await Promise.all(Array.from({ length: CLIENTS }, () => server.connect()));
    const [first] = connections;
    if (first !== undefined) await workload.verify(first);
    const load = { pid: server.pid, workload };
    const some = connections.slice(0, FIRST_CLIENTS);
    await drive({ ...load, connections: some, until: { milliseconds: PREFLIGHT * scale } });
    const step = RAMP / (CLIENTS - FIRST_CLIENTS);
    const delays = connections.map((_, n) => (n < FIRST_CLIENTS ? 0 : STEADY + (n - FIRST_CLIENTS) * step) * scale);
    return await drive({ ...load, connections, delays, until: { milliseconds: (STEADY + RAMP) * scale } });
  } finally {
    await server.end();
  }
}

/** Nine calls, then a list. */
function mixed(): Workload {
  const call = createWorkload("tools/call", 1);
  const list = createWorkload("tools/list", 1);
  const of = (number: number): Workload => (number % 10 === 0 ? list : call);
  return {
    request: (number) => of(number).request(number),
    isRight: (answer, number) => of(number).isRight(answer, number),
    verify: async (connection) => {
      await call.verify(connection);
      await list.verify(connection);
    },
  };
}

async function measureLaunch(subjects: readonly ServerSubject[], rounds: number): Promise<ReportTable> {
  const title = "from the start of a process until it listens";
  const samples = await measureBeside(besideBase(subjects, launchOf), rounds, title);
  const columns: readonly Column[] = [
    { name: "launch", unit: "ms" },
    { name: "of bare", unit: "×" },
  ];
  const rows = [...samples].map(([subject, taken]) => {
    const toBase = median(taken.map(({ own, base }) => own / base));
    return { subject, values: [median(taken.map(({ own }) => own)), toBase] };
  });
  return { title, columns, rows, chart: 0 };
}

/** In the modern era, connecting sends nothing. */
async function launchOf(subject: ServerSubject): Promise<number> {
  const server: RunningServer = await runServer(subject, SETTING);
  const milliseconds = performance.now() - server.started;
  await server.end();
  return milliseconds;
}
