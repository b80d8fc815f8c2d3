import { GreedyClient } from "./support/greedy-client.js";

const c = new GreedyClient(process.argv[2] ?? "", "127.0.0.1");
console.log((await c.call("memory")).text.slice(0, 300));
console.log((await c.call("add", { a: 1, b: 2 })).text.slice(0, 300));
process.exit();
