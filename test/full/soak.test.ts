import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Answered, GreedyClient } from "../support/greedy-client.js";
import { REGISTER } from "../support/register.js";
import { type HttpProcess, ROOT, startHttp } from "../support/serve.js";
import { runWarm } from "../support/warm-command.js";

/** How long each soak lasts, in seconds. */
const SECONDS = Number(process.env.SOAK_SECONDS ?? 30);
const HEAP_MB = 512;
/** What clients leave behind goes after this many seconds, so that the end can be seen. */
const TTL = 20;

const folder = mkdtempSync(join(tmpdir(), "plainmcp-soak-"));
beforeAll(async () => {
  const built = await runWarm(ROOT, ["build", "test/fixtures/shared.ts", "--transport", "http", "--out-dir", folder]);
  expect(built).toMatchObject({ exitCode: 0 });
});
afterAll(() => rmSync(folder, { recursive: true }));

const closing: (() => Promise<unknown> | undefined)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** What the other client saw. */
interface Seen {
  calls: number;
  answered: number;
  /** The first answers that were not the right ones. */
  readonly wrong: string[];
  readonly times: number[];
  /** How often its session was gone, so that it had to open another one. */
  lostSessions: number;
}

/** Makes a call every 100 ms, in a session and as a modern client in turn. Each has other numbers. */
async function call(client: GreedyClient, until: () => boolean): Promise<Seen> {
  const seen: Seen = { calls: 0, answered: 0, wrong: [], times: [], lostSessions: 0 };
  let session = await client.open();
  while (!until()) {
    const n = seen.calls++;
    const args = { a: n, b: 1_000_000 };
    const began = performance.now();
    const inSession = { jsonrpc: "2.0", id: n, method: "tools/call", params: { name: "add", arguments: args } };
    const answer = await (n % 2 === 0 ? client.send(inSession, session.own) : client.call("add", args));
    seen.times.push(performance.now() - began);
    if (isRight(answer, n)) seen.answered++;
    else if (seen.wrong.length < 5) seen.wrong.push(`call ${n}: ${answer.status} ${answer.text.slice(0, 200)}`);
    if (n % 2 === 0 && answer.status === 404) {
      seen.lostSessions++;
      session = await client.open();
    }
    await sleep(100);
  }
  return seen;
}

/** Whether an answer has the sum once, and no other answer came. */
function isRight({ status, text }: Answered, n: number): boolean {
  return status === 200 && text.split(`"text":"${n + 1_000_000}"`).length === 2 && text.split('"jsonrpc"').length === 2;
}

interface Memory {
  readonly heap: number;
  readonly external: number;
  readonly rss: number;
}

/** The memory of the server in MB. */
async function memoryOf(client: GreedyClient): Promise<Memory | undefined> {
  const { text } = await client.call("memory");
  const found = /\\?"heap\\?":(\d+),\\?"external\\?":(\d+),\\?"rss\\?":(\d+)/.exec(text);
  if (found === null) return undefined;
  const [heap = 0, external = 0, rss = 0] = found.slice(1).map((bytes) => Math.round(Number(bytes) / 1e6));
  return { heap, external, rss };
}

interface Soaked {
  readonly seen: Seen;
  readonly before: Memory | undefined;
  readonly after: Memory | undefined;
  /** How the server ended, if it did. */
  readonly died: string | undefined;
  /** The most memory that the process had, in MB. */
  readonly mostRss: number;
}

/** One client does everything at once that it should not, and another makes its calls. */
async function soak(server: HttpProcess & { readonly child?: ChildProcess }, url = server.url): Promise<Soaked> {
  const other = new GreedyClient(url, "127.0.0.1");
  const before = await memoryOf(other);
  const attacker = spawn(
    process.execPath,
    [...REGISTER, join(ROOT, "test/support/greedy-client.ts"), url, "127.0.0.2"],
    {
      stdio: "ignore",
    },
  );
  closing.push(async () => void attacker.kill("SIGKILL"));
  const ends = performance.now() + SECONDS * 1_000;
  let died: string | undefined;
  server.child?.once("exit", (code, signal) => {
    died = `${code ?? signal}`;
  });
  const seen = await call(other, () => died !== undefined || performance.now() > ends);
  attacker.kill("SIGKILL");
  await once(attacker, "exit");
  // What it has left behind expires.
  if (died === undefined) await sleep((TTL + 5) * 1_000);
  const after = died === undefined ? await memoryOf(other) : undefined;
  return { seen, before, after, died, mostRss: mostRssOf(server.child) };
}

function mostRssOf(child: ChildProcess | undefined): number {
  try {
    const status = execFileSync("grep", ["VmHWM", `/proc/${child?.pid}/status`], { encoding: "utf8" });
    return Math.round(Number(/\d+/.exec(status)) / 1024);
  } catch {
    return Number.NaN;
  }
}

function print(what: string, { seen, before, after, died, mostRss }: Soaked): void {
  const sorted = [...seen.times].sort((a, b) => a - b);
  const at = (part: number) => `${Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0)} ms`;
  const show = (memory: Memory | undefined) => (memory ? `${memory.heap} MB heap, ${memory.rss} MB in all` : "unknown");
  console.log(
    [
      `${what}: ${seen.answered} of ${seen.calls} calls answered, p50 ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`,
      `  memory: ${show(before)} before; ${mostRss} MB at most; ${show(after)} after`,
      `  ${died === undefined ? "the server went on" : `the server ended with ${died}`}; sessions lost: ${seen.lostSessions}`,
      ...seen.wrong.map((one) => `  ${one}`),
    ].join("\n"),
  );
}

async function startOurs(flags: readonly string[] = []): Promise<HttpProcess & { readonly child: ChildProcess }> {
  let child: ChildProcess | undefined;
  const server = await startHttp(
    [
      ...[`--max-old-space-size=${HEAP_MB}`, "--expose-gc", join(folder, "shared.mjs"), "--port", "0"],
      ...["--session-ttl", `${TTL}s`, ...flags],
    ],
    {},
    (started) => {
      child = started;
    },
  );
  closing.push(server.stop);
  return { ...server, child: child as ChildProcess };
}

function expectUnharmed({ seen, before, after, died }: Soaked): void {
  expect(died).toBeUndefined();
  expect(seen.wrong).toEqual([]);
  expect(seen.answered).toBe(seen.calls);
  expect(seen.lostSessions).toBe(0);
  expect(after?.heap).toBeLessThan((before?.heap ?? 0) + 30);
}

describe(`For ${SECONDS} s and with ${HEAP_MB} MB of heap, one client does everything at once`, () => {
  it("and another gets every answer", async () => {
    const soaked = await soak(await startOurs());
    print("plainmcp", soaked);
    expectUnharmed(soaked);
  });

  it("which harms a server of the bare SDK", async () => {
    let child: ChildProcess | undefined;
    const server = await startHttp(
      [`--max-old-space-size=${HEAP_MB}`, "--expose-gc", join(ROOT, "bench/sdk/v2-shared.mjs")],
      { PORT: "0" },
      (started) => {
        child = started;
      },
    );
    closing.push(server.stop);
    const soaked = await soak({ ...server, child: child as ChildProcess });
    print("bare SDK", soaked);
    expect(soaked.seen.calls).toBeGreaterThan(0);
  });

  describe("behind nginx, which gives all clients its address", () => {
    it("and with trustProxy, another gets every answer", async () => {
      const server = await startOurs(["--trust-proxy", "1"]);
      const soaked = await soak(server, await startNginx(server.url));
      print("plainmcp behind nginx, with trustProxy", soaked);
      expectUnharmed(soaked);
    });

    it("and without it, sessions in use stay, and the log names the option", async () => {
      const server = await startOurs();
      const soaked = await soak(server, await startNginx(server.url));
      print("plainmcp behind nginx, without trustProxy", soaked);
      expect([soaked.died, soaked.seen.lostSessions]).toEqual([undefined, 0]);
      expect(server.stderr()).toMatch(/behind a proxy .*--trust-proxy/);
    });
  });
});

/** Starts nginx in front of a server. Returns the URL by which clients reach it. */
async function startNginx(url: string): Promise<string> {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), "plainmcp-nginx-"));
  writeFileSync(
    join(home, "nginx.conf"),
    `worker_processes 1; daemon off; pid ${home}/pid; error_log ${home}/error.log;
    events { worker_connections 10000; }
    http {
      access_log off; client_max_body_size 8m;
      client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy;
      fastcgi_temp_path ${home}/fastcgi; uwsgi_temp_path ${home}/uwsgi; scgi_temp_path ${home}/scgi;
      server {
        listen 127.0.0.1:${port};
        location / {
          proxy_pass ${new URL(url).origin}; proxy_http_version 1.1; proxy_buffering off;
          proxy_set_header Host localhost; proxy_set_header Connection "";
          proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        }
      }
    }`,
  );
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  const nginx = spawn("nginx", ["-c", join(home, "nginx.conf"), "-p", home], { stdio: "ignore", env });
  closing.push(async () => {
    if (nginx.exitCode === null) {
      nginx.kill("SIGTERM");
      await once(nginx, "exit");
    }
    rmSync(home, { recursive: true });
  });
  await expect
    .poll(() =>
      fetch(`http://127.0.0.1:${port}/healthz`).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
  return `http://127.0.0.1:${port}/mcp`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
