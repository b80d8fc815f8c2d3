import { spawn } from "node:child_process";
import { ATTACKS, GreedyClient } from "./support/greedy-client.js";

for (const name of process.argv.slice(2)) {
  const s = spawn(
    process.execPath,
    ["--max-old-space-size=512", "--expose-gc", "/tmp/new/shared.mjs", "--port", "4559", "--session-ttl", "1s"],
    { stdio: "ignore" },
  );
  await new Promise((r) => setTimeout(r, 800));
  const url = "http://127.0.0.1:4559/mcp";
  const c = new GreedyClient(url, "127.0.0.1"),
    g = new GreedyClient(url, "127.0.0.2");
  const mem = async () => Math.round(Number(/"heap\\?":(\d+)/.exec((await c.call("memory")).text)?.[1]) / 1e6);
  const before = await mem();
  await ATTACKS[name]?.(g, 40);
  const during = await mem();
  g.end();
  await new Promise((r) => setTimeout(r, name.includes("Tasks") ? 24000 : 5000));
  console.log(name, before, during, await mem());
  s.kill("SIGKILL");
  await new Promise((r) => setTimeout(r, 200));
}
process.exit();
