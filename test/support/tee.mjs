// Runs between a client and a stdio server and writes every line in both directions to a file: `tee.mjs FILE COMMAND ARGS…`.
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";

const [file, command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
tap(process.stdin, child.stdin, ">");
tap(child.stdout, process.stdout, "<");
child.on("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => child.kill(signal));

function tap(from, to, mark) {
  let rest = "";
  from.setEncoding("utf8");
  from.on("data", (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop();
    appendFileSync(file, lines.map((line) => `${mark}${line}\n`).join(""));
    to.write(chunk);
  });
  from.on("end", () => to.end());
}
