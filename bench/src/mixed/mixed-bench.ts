import { cpuTimeProblem } from "../load/cpu-time.js";
import { drive, type LoadSample } from "../load/drive.js";
import type { Connection } from "../protocol/connection.js";
import { type Era, REVISIONS } from "../protocol/messages.js";
import { besideBase } from "../servers/beside-base.js";
import { installedVersion } from "../servers/installed-version.js";
import { type RunningServer, runServer } from "../servers/run-server.js";
import { selectSubjects, versionsOf } from "../servers/select-subjects.js";
import type { Command, ServerSubject } from "../servers/server-subject.js";
import type { Bench, BenchOptions } from "../shared/bench.js";
import { type Beside, measureBeside } from "../shared/measure-beside.js";
import { named } from "../shared/named.js";
import { progress } from "../shared/progress.js";
import type { ReportTable } from "../shared/report.js";
import { MIXED_SUBJECTS } from "./mixed-subjects.js";
import { mixedTable } from "./mixed-table.js";
import { createShopWorkload, type ShopWorkload } from "./shop-workload.js";
import { type RunningRedis, startRedis } from "./start-redis.js";
import { startService } from "./start-service.js";
import { visiting } from "./visiting.js";

/** Tools that read and write Redis and ask an HTTP service, after a published benchmark of many languages. */
export const MIXED: Bench = {
  name: "mixed",
  summary: "tools that use Redis and an HTTP service, 50 clients, on Node and Bun; needs redis-server",
  subjects: MIXED_SUBJECTS.map(({ name }) => name),
  problem: cpuTimeProblem(),
  run: async (options) => {
    const subjects = selectSubjects(MIXED_SUBJECTS, options.subjects);
    const redis = await startRedis();
    const service = await startService();
    const env = { REDIS_PORT: String(redis.port), SERVICE_PORT: String(service.port) };
    try {
      const tables: ReportTable[] = [];
      for (const load of LOADS) tables.push(await measureLoad(load, subjects, options, { redis, env }));
      const onNode = subjects.filter(({ name }) => !name.endsWith("-bun"));
      const bun = onNode.length < subjects.length && { bun: installedVersion("bun", "bench/peers/bun") };
      const versions = { ...versionsOf(onNode), ...bun, Redis: `${await redis.version()}, ioredis` };
      return { tables, versions };
    } finally {
      await Promise.all([redis.end(), service.end()]);
    }
  },
};

/** What the clients do. */
interface Load {
  readonly title: string;
  readonly era: Era;
  /** Whether each call has a session of its own. */
  readonly isVisit: boolean;
}

const LOADS: readonly Load[] = [
  { title: `a session for each call, ${REVISIONS.legacy}, 50 clients`, era: "legacy", isVisit: true },
  { title: `sessions that stay open, ${REVISIONS.legacy}, 50 clients`, era: "legacy", isVisit: false },
  { title: `no sessions, ${REVISIONS.modern}, 50 clients`, era: "modern", isVisit: false },
];

const CLIENTS = 50;

/** Milliseconds. */
const DURATION = 1000;
const WARM_UP = 2000;

interface Backends {
  readonly redis: RunningRedis;
  /** What tells a server where they are. */
  readonly env: Command["env"];
}

async function measureLoad(
  { title, era, isVisit }: Load,
  subjects: readonly ServerSubject[],
  { tiny, full, rounds = tiny ? 0 : full ? 11 : 5 }: BenchOptions,
  { redis, env }: Backends,
): Promise<ReportTable> {
  const able = subjects.filter(({ lacks }) => lacks("http", era) === undefined);
  const running: RunningServer[] = [];
  const samplers = new Map<string, (milliseconds: number) => Promise<LoadSample>>();
  const adapt = (command: Command): Command => ({ ...command, env: { ...command.env, ...env } });
  try {
    for (const subject of able) {
      progress(title, `starting, ${subject.name}`);
      const server = await runServer(subject, { transport: "http", tools: 3, era, adapt });
      running.push(server);
      const connections = await connectAll(server, tiny ? 4 : CLIENTS, isVisit);
      const workload = createShopWorkload(redis.client);
      samplers.set(subject.name, (milliseconds) => sample(server, connections, workload, milliseconds));
      if (!tiny) await named(subject.name, () => sample(server, connections, workload, WARM_UP));
    }
    const measured = besideBase(able, ({ name }) => {
      const take = samplers.get(name);
      if (take === undefined) throw new Error(`${name} is not measured.`);
      return take(tiny ? 20 : DURATION);
    });
    const samples: ReadonlyMap<string, readonly Beside<LoadSample>[]> = await measureBeside(measured, rounds, title);
    return mixedTable(title, subjects, samples, ({ lacks }) => lacks("http", era));
  } finally {
    await Promise.all(running.map(({ end }) => end()));
  }
}

async function connectAll(server: RunningServer, count: number, isVisit: boolean): Promise<readonly Connection[]> {
  const connections = await Promise.all(Array.from({ length: count }, () => server.connect()));
  return isVisit ? await Promise.all(connections.map(visiting)) : connections;
}

/** Looks at whole answers first, and at what Redis holds afterwards. */
async function sample(
  { pid }: RunningServer,
  connections: readonly Connection[],
  workload: ShopWorkload,
  milliseconds: number,
): Promise<LoadSample> {
  const [first] = connections;
  await first?.renew();
  if (first !== undefined) await workload.verify(first);
  const taken = await drive({ pid, connections, workload, until: { milliseconds } });
  await workload.check();
  return taken;
}
