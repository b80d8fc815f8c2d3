// Runs `plainmcp` again and again in this process, each time as its own main module: see warm-command.ts.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const BIN = fileURLToPath(new URL("../../packages/cli/bin/plainmcp.js", import.meta.url));
const MAIN = new URL("../../packages/cli/dist/main.js", import.meta.url);
const exit = process.exit;
let runs = 0;

// It takes the folder in which it is loaded for that of all its builds, and the first project will be gone.
createRequire(MAIN)("esbuild");

process.on("disconnect", () => exit(0));
process.on("message", async ({ folder, args, env }) => {
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) process[name].write = capture(printed, name);
  process.exit = () => undefined;
  process.exitCode = undefined;
  process.argv = [process.execPath, BIN, ...args];
  process.env = env;
  process.chdir(folder);
  runs += 1;
  // A module runs once for each address.
  await import(`${MAIN}?run=${runs}`);
  process.send({ exitCode: process.exitCode ?? 0, ...printed });
});

function capture(printed, name) {
  return (text, ...more) => {
    printed[name] += text;
    more.find((each) => typeof each === "function")?.();
    return true;
  };
}
