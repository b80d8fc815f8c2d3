import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildGuarded, type GuardedRun } from "../../fixtures/guarded-process.js";

const require = createRequire(import.meta.url);
let program: ReturnType<typeof buildGuarded>;

beforeAll(() => {
  program = buildGuarded();
  write("worker.cjs", 'require("node:fs").writeSync(1, "STRAY\\n");');
  write("worker.mjs", 'import { writeSync } from "node:fs"; writeSync(1, "STRAY\\n");');
  write("worker.odd", "STRAY");
  write(
    "read-odd.cjs",
    'require.extensions[".odd"] = (module) => module._compile("console.log(\'odd\')", module.filename)',
  );
  write("child.cjs", 'process.send(process.execArgv); console.log("from the child");');
});
afterAll(() => program.remove());

/** Writes a file that workers can run. */
function write(name: string, text: string): void {
  writeFileSync(path.join(program.folder, name), text);
}

/** Code that starts a worker, runs more code and waits for the end. `FOLDER` is the folder of the files. */
function start(args: string, more = ""): string {
  return `
    import workerThreads, { SHARE_ENV, Worker } from "node:worker_threads";
    import { once } from "node:events";
    import { createRequire } from "node:module";
    const FOLDER = ${JSON.stringify(`${program.folder}${path.sep}`)};
    const worker = new Worker(${args});
    const exited = once(worker, "exit");
    ${more}
    const [code] = await exited;
    if (code !== 0) console.log("exit code", code);
  `;
}

/** The arguments of a worker with this source. */
function evaluating(source: string, options = ""): string {
  return `${JSON.stringify(source)}, { eval: true, ${options} }`;
}

/** The result of a run in which stdout has only the protocol's bytes, and stderr the rest. */
const REDIRECTED: GuardedRun = { stdout: "hello\nping\n", stderr: "STRAY\n", code: 0 };

describe("a worker's output", () => {
  const print = "console.log('STRAY')";
  test.each([
    'fs.writeSync(1, "STRAY\\n")',
    'fs.writeFileSync(1, "STRAY\\n")',
    'fs.appendFileSync(1, "STRAY\\n")',
    'fs.writevSync(1, [Buffer.from("STRAY\\n")])',
    'fs.write(1, "STRAY\\n", () => undefined)',
    'fs.writev(1, [Buffer.from("STRAY\\n")], () => undefined)',
    'fs.writeFile(1, "STRAY\\n", () => undefined)',
    'fs.appendFile(1, "STRAY\\n", () => undefined)',
    'fs.createWriteStream(null, { fd: 1 }).end("STRAY\\n")',
    `${print}`,
    'process.stdout.write("STRAY\\n")',
    `childProcess.spawn(process.execPath, ["-e", "${print}"], { stdio: "inherit" })`,
    `childProcess.spawnSync(process.execPath, ["-e", "${print}"], { stdio: [0, 1, 2] })`,
    `new Worker("require('node:fs').writeSync(1, 'STRAY\\\\n')", { eval: true })`,
    `new Worker(${JSON.stringify("process.stdout.write('STRAY\\n')")}, { eval: true })`,
  ])("goes to stderr: %s", async (use) => {
    const imports = `
      const fs = require("node:fs"), childProcess = require("node:child_process");
      const { Worker } = require("node:worker_threads");`;
    expect(await program.run({ during: start(evaluating(imports + use)) })).toEqual(REDIRECTED);
  });

  test("goes to stderr, even if it is long", async () => {
    const source = 'process.stdout.write("x".repeat(1_000_000)); process.stdout.write("STRAY\\n")';
    const more = 'await once(worker.stdout, "end");';
    const { stdout, stderr } = await program.run({ during: start(evaluating(source), more) });
    expect(stdout).toBe("hello\nping\n");
    expect(stderr).toHaveLength(1_000_000 + "STRAY\n".length);
  });
});

describe("the guard is in a worker", () => {
  const stray = 'require("node:fs").writeSync(1, "STRAY\\n");';
  const strayModule = "import { writeSync } from 'node:fs'; writeSync(1, 'STRAY\\n');";

  test.each([
    ["from a CommonJS file", 'FOLDER + "worker.cjs"'],
    ["from a module", 'FOLDER + "worker.mjs"'],
    ["from a file URL", 'new URL("file://" + FOLDER + "worker.mjs")'],
    ["from a data URL", `new URL("data:text/javascript," + encodeURIComponent(${JSON.stringify(strayModule)}))`],
    ["from source", evaluating(stray)],
    ["from the source of a module", evaluating(strayModule)],
    ["from the source of a module, by option", evaluating(strayModule, 'execArgv: ["--input-type=module"]')],
    [
      "from the source of a module with its own require",
      evaluating(`import { createRequire } from "node:module"; const require = createRequire("/"); ${stray}`),
    ],
    ["from source that begins with a comment", evaluating(`// Comment\n/* another */ ${stray}`)],
    ["from source that begins with a hashbang", evaluating(`#!/usr/bin/env node\n${stray}`)],
    ["from strict source", evaluating(`"use strict"\nif ((function () { return this; })() === undefined) ${stray}`)],
    ["with options of its own", 'FOLDER + "worker.cjs", { execArgv: ["--no-warnings"] }'],
    ["without options", 'FOLDER + "worker.cjs", { execArgv: [] }'],
    ["with our environment", 'FOLDER + "worker.cjs", { env: SHARE_ENV }'],
    ["with an environment of its own", 'FOLDER + "worker.cjs", { env: { NODE_OPTIONS: "--no-warnings" } }'],
    ["with its output read by the parent", 'FOLDER + "worker.cjs", { stdout: true, stderr: true }'],
  ])("%s", async (_, args) => {
    expect(await program.run({ during: start(args) })).toEqual(REDIRECTED);
  });

  test.each([
    ["the named import", "Worker"],
    ["the default import", "workerThreads.Worker"],
    ["require", 'createRequire(FOLDER)("node:worker_threads").Worker'],
    ["another worker", "worker.constructor"],
    ["a subclass", "class extends Worker { constructor(file) { super(file, { name: 'mine' }); } }"],
  ])("made with %s", async (_, made) => {
    const more = `await once(new (${made})(FOLDER + "worker.mjs"), "exit");`;
    const { stdout, stderr } = await program.run({ during: start('FOLDER + "worker.cjs"', more) });
    expect({ stdout, stderr }).toEqual({ stdout: "hello\nping\n", stderr: "STRAY\nSTRAY\n" });
  });

  test.each([
    [["--max-old-space-size=200", "--expose-gc", "--enable-source-maps"]],
    [["--title", "server", "--enable-source-maps", "--conditions", "x"]],
    [["--disallow-code-generation-from-strings"]],
  ])("of a process that runs with %j", async (execArgv) => {
    for (const args of ['FOLDER + "worker.cjs"', evaluating(stray)])
      expect(await program.run({ during: start(args), execArgv })).toEqual(REDIRECTED);
  });
});

describe("a worker otherwise behaves as without the guard", () => {
  test("it has the options of the process, and passes on no others", async () => {
    const source = `
      const { fork } = require("node:child_process");
      const child = fork("FOLDER/child.cjs", { silent: true });
      child.on("message", (execArgv) => console.log(process.execArgv, execArgv));
      child.stdout.on("data", (text) => console.log("heard " + text));
    `;
    const args = evaluating(source.replace("FOLDER", program.folder));
    const { stderr } = await program.run({ during: start(args), execArgv: ["--no-warnings", "--title=x"] });
    expect(stderr).toContain("[ '--no-warnings' ] [ '--no-warnings' ]");
    expect(stderr).toContain("heard from the child");
  });

  test("it gets its data, its arguments and its stdin", async () => {
    const source = `
      const { workerData, parentPort } = require("node:worker_threads");
      process.stdin.on("data", (text) => parentPort.postMessage([workerData, process.argv.slice(2), String(text)]));
    `;
    const args = evaluating(source, 'stdin: true, argv: ["a"], workerData: 1');
    const more = `
      worker.on("message", (message) => console.log(JSON.stringify(message)));
      worker.stdin.end("text");
    `;
    expect((await program.run({ during: start(args, more) })).stderr).toBe('[1,["a"],"text"]\n');
  });

  test("its parent can read its output", async () => {
    const args = evaluating('console.log("mine")', "stdout: true");
    const more = 'worker.stdout.on("data", (text) => console.log("read " + text));';
    expect((await program.run({ during: start(args, more) })).stderr).toBe("read mine\n\n");
  });

  test("it fails with the same errors", async () => {
    const during = `
      import { Worker } from "node:worker_threads";
      const codeOf = (make) => { try { make(); } catch (error) { return error.code ?? error.name; } };
      console.log([
        codeOf(() => new Worker()),
        codeOf(() => new Worker("bare.js")),
        codeOf(() => new Worker("", { eval: true, execArgv: "--no-warnings" })),
        codeOf(() => new Worker("", { eval: true, execArgv: ["--unknown"] })),
        codeOf(() => new Worker("", { eval: true, env: { NODE_OPTIONS: "--unknown" } })),
        codeOf(() => Worker("")),
      ].join(" "));
    `;
    expect((await program.run({ during })).stderr).toBe(
      [
        "ERR_INVALID_ARG_TYPE ERR_WORKER_PATH ERR_INVALID_ARG_TYPE",
        "ERR_WORKER_INVALID_EXEC_ARGV ERR_WORKER_INVALID_EXEC_ARGV TypeError\n",
      ].join(" "),
    );
  });

  test("it is an instance of the class it was made with, and of Node's", async () => {
    const before = 'import { Worker } from "node:worker_threads"; globalThis.Before = Worker;';
    const more = `
      class Mine extends Worker {}
      const mine = new Mine(FOLDER + "worker.cjs", { stdout: true, stderr: true });
      console.log(mine instanceof Mine, mine instanceof Before, worker instanceof Worker, worker instanceof Before);
      console.log(mine.constructor === Mine, worker.constructor === Worker, Worker.name, Worker.length === Before.length);
      guard.end();
      console.log(workerThreads.Worker === Before, worker.constructor === Before);
      beginGuard();
    `;
    const { stdout, stderr } = await program.run({ before, during: start('FOLDER + "worker.cjs"', more) });
    expect(stderr).toContain("true true true true\ntrue true Worker true\n");
    expect(stdout).toBe("true true\nhello\nping\n");
  });

  test("it is left alone if only a require hook can read its file", async () => {
    const execArgv = ["--require", path.join(program.folder, "read-odd.cjs")];
    const during = start('FOLDER + "worker.odd"');
    expect(await program.run({ during, execArgv })).toEqual({ ...REDIRECTED, stderr: "odd\n" });
  });
});

test("once the guard has ended, workers print to stdout again, even with the class from before", async () => {
  const more = `
    const { Worker: Guarded } = workerThreads;
    await exited;
    guard.end();
    await once(new Guarded(FOLDER + "worker.cjs"), "exit");
    beginGuard();
  `;
  const { stdout, stderr } = await program.run({ during: start('FOLDER + "worker.cjs"', more) });
  expect({ stdout, stderr }).toEqual({ stdout: "STRAY\nhello\nping\n", stderr: "STRAY\n" });
});

test.each([
  ["in its own thread", 'pino.transport({ target: "pino/file", options: { destination: 1 } })'],
  ["in the main thread", "pino.destination({ dest: 1, sync: false })"],
  ["by default", "undefined"],
])("pino may log to stdout %s", async (_, destination) => {
  const reading = `
    import { createRequire } from "node:module";
    import { once } from "node:events";
    const pino = createRequire("/")(${JSON.stringify(require.resolve("pino"))});
    const destination = ${destination};
    const log = pino({}, destination);
    log.info("STRAY");
    destination?.end();
    if (destination) await once(destination, "close");
  `;
  const { stdout, stderr, code } = await program.run({ reading });
  expect({ stdout, code }).toEqual({ stdout: "hello\nping\n", code: 0 });
  expect(JSON.parse(stderr)).toMatchObject({ msg: "STRAY" });
});
