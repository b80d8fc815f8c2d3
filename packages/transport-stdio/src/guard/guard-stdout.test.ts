import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildGuarded, type GuardedRun } from "../../fixtures/guarded-process.js";

let program: ReturnType<typeof buildGuarded>;

beforeAll(() => {
  program = buildGuarded();
});
afterAll(() => program.remove());

const IMPORTS = `
  import childProcess from "node:child_process";
  import { once } from "node:events";
  import fs from "node:fs";
  import { Readable } from "node:stream";
  import { pipeline } from "node:stream/promises";
  import { promisify } from "node:util";
`;

/** The result of a run in which stdout has only the protocol's bytes, and stderr the rest. */
const REDIRECTED: GuardedRun = { stdout: "hello\nping\n", stderr: "STRAY\n", code: 0 };

describe("output goes to stderr", () => {
  const print = "console.log('STRAY')";
  test.each([
    'console.log("STRAY")',
    'process.stdout.write("STRAY\\n")',
    'process.stdout.write(Buffer.from("STRAY\\n"))',
    'await new Promise((resolve) => process.stdout.write("STRAY\\n", "utf8", resolve))',
    'process.stdout.end("STRAY\\n")',
    'await new Promise((resolve) => process.stdout.end("STRAY\\n", resolve))',
    'await new Promise((resolve) => process.stdout.end(resolve)); console.log("STRAY")',
    'guard.stdout.on("close", () => console.log("CLOSED")); process.stdout.destroy(); console.log("STRAY")',
    'process.stdout.destroy(new Error("unwanted")); console.log("STRAY")',
    'guard.stdout.on("x", () => console.log("STRAY")); process.stdout.removeAllListeners(); guard.stdout.emit("x")',
    'await pipeline(Readable.from(["STRAY\\n"]), process.stdout)',
    'fs.writeSync(1, "STRAY\\n")',
    'fs.writeSync(1, "a STRAY\\n".slice(2), null, "latin1")',
    'fs.writeSync(1, Buffer.from("a STRAY\\nb"), 2, 6)',
    'fs.writeSync(1, Buffer.from("a STRAY\\nb"), { offset: 2, length: 6 })',
    'fs.writevSync(1, [Buffer.from("STR"), Buffer.from("AY\\n")])',
    'fs.writeFileSync(1, "STRAY\\n")',
    'fs.appendFileSync(1, "STRAY\\n")',
    'await new Promise((resolve) => fs.write(1, "STRAY\\n", resolve))',
    'await new Promise((resolve) => fs.writev(1, [Buffer.from("STRAY\\n")], resolve))',
    'await new Promise((resolve) => fs.writeFile(1, "STRAY\\n", resolve))',
    'await new Promise((resolve) => fs.appendFile(1, "STRAY\\n", resolve))',
    'const { bytesWritten } = await promisify(fs.write)(1, "STRAY\\n"); if (bytesWritten !== 6) throw bytesWritten',
    'await once(fs.createWriteStream(null, { fd: 1 }).end("STRAY\\n"), "close")',
    'fs.closeSync(1); console.log("STRAY")',
    'await promisify(fs.close)(1); console.log("STRAY")',
    `await once(childProcess.spawn(process.execPath, ["-e", "${print}"], { stdio: "inherit" }), "close")`,
    `await once(childProcess.spawn(process.execPath, ["-e", "${print}"], { stdio: [0, process.stdout, 2] }), "close")`,
    `childProcess.spawnSync(process.execPath, ["-e", "${print}"], { stdio: "inherit" })`,
  ])("%s", async (use) => {
    const during = `${IMPORTS} ${use}`;
    expect(await program.run({ during })).toEqual(REDIRECTED);
    expect(await program.run({ reading: during })).toEqual(REDIRECTED);
  });

  test("by code that kept a function from an earlier guard", async () => {
    const during = `${IMPORTS}
      const { writeSync } = fs, { log } = console, write = process.stdout.write.bind(process.stdout);
      beginGuard();
      writeSync(1, "STR"); write("AY"); log();`;
    expect(await program.run({ during })).toEqual(REDIRECTED);
  });

  test("by code that pipes more into it than it accepts at once", async () => {
    const during = `${IMPORTS}
      await pipeline(Readable.from([..."xxxx"].map((x) => x.repeat(500_000))), process.stdout);
      console.log("STRAY");`;
    const { stdout, stderr } = await program.run({ during });
    expect(stdout).toBe("hello\nping\n");
    expect(stderr === `${"x".repeat(2_000_000)}STRAY\n`).toBe(true);
  });
});

describe("the end of the guard", () => {
  test("gives everything back", async () => {
    const watched = "[process.stdout.write, process.stdout.end, process.stdout.destroy, ...Object.values(fs)]";
    const listeners = '["error", "drain"].map((event) => process.stderr.listenerCount(event))';
    const before = `${IMPORTS} globalThis.before = ${watched}; globalThis.listeners = ${listeners};`;
    const during = `${IMPORTS}
      guard.end();
      await new Promise((resolve) => setImmediate(resolve));
      console.log(${watched}.every((value, index) => value === before[index]), String(${listeners}) === String(listeners));
      fs.writeSync(1, "mine\\n");
      beginGuard();`;
    expect(await program.run({ before, during })).toMatchObject({
      stdout: "true true\nmine\nhello\nping\n",
      stderr: "",
    });
  });

  test("does not end the next guard", async () => {
    const during = `${IMPORTS}
      const { end } = guard;
      beginGuard();
      end();
      console.log("STRAY");`;
    expect(await program.run({ during })).toEqual(REDIRECTED);
  });

  test("reaches code that kept a function", async () => {
    const during = `${IMPORTS}
      const { writeSync } = fs, write = process.stdout.write.bind(process.stdout);
      guard.end();
      writeSync(1, "a"); write("b\\n");
      beginGuard();`;
    expect(await program.run({ during })).toMatchObject({ stdout: "ab\nhello\nping\n", stderr: "" });
  });

  test("leaves functions in place that somebody built on ours", async () => {
    const during = `${IMPORTS}
      const { writeSync } = fs;
      fs.writeSync = (file, text) => writeSync(file, text.toUpperCase());
      guard.end();
      fs.writeSync(1, "a\\n");
      beginGuard();
      fs.writeSync(1, "stray\\n");`;
    expect(await program.run({ during })).toEqual({ ...REDIRECTED, stdout: "A\nhello\nping\n" });
  });

  test("lets writers continue that wait for stderr", async () => {
    const during = `${IMPORTS}
      const source = Readable.from(["x".repeat(2_000_000), "rest\\n"]);
      source.pipe(process.stdout, { end: false });
      await new Promise((resolve) => setImmediate(resolve));
      guard.end();
      await once(source, "end");
      beginGuard();`;
    expect(await program.run({ during })).toMatchObject({
      stdout: "rest\nhello\nping\n",
      stderr: "x".repeat(2_000_000),
    });
  });
});

test("there can be only one guard at a time", async () => {
  const during =
    "const { end } = guard; guard.end = () => undefined; try { beginGuard(); } finally { guard.end = end; }";
  const { stderr, code } = await program.run({ during, keepOpen: true });
  expect(stderr).toContain("This process already serves on its stdio.");
  expect(code).toBe(1);
});

describe("a host that closes stderr", () => {
  /** Waits until stderr is closed, and prints in every way. */
  const during = `${IMPORTS}
    for (let code; code !== "EPIPE"; ) try { fs.writeSync(2, "x"); } catch (error) { ({ code } = error); }
    const results = [
      fs.writeSync(1, "stray"), fs.writeSync(1, "z\\u00fcrich", null, "latin1"), fs.writeSync(1, Buffer.alloc(9), 2, 3),
      fs.writeSync(1, Buffer.alloc(9), { offset: 5 }), fs.writevSync(1, [Buffer.alloc(3), new Uint16Array(2)]),
      await promisify(fs.write)(1, "stray").then(({ bytesWritten }) => bytesWritten),
      await promisify(fs.writev)(1, [Buffer.alloc(3)]).then(({ bytesWritten }) => bytesWritten),
    ];
    fs.writeFileSync(1, "stray");
    fs.appendFileSync(1, "stray");
    await promisify(fs.writeFile)(1, "stray", "utf8");
    await promisify(fs.appendFile)(1, "stray", { encoding: "utf8" });
    await once(fs.createWriteStream(null, { fd: 1 }).end("stray"), "close");
    await pipeline(Readable.from(["x".repeat(500_000), "y"]), process.stdout);
    for (let times = 0; times < 20; times++) { console.log("stray"); console.error("stray"); process.stderr.write("stray"); }
    guard.stdout.write(results + "\\n");
  `;

  test("does not end the process, and writes to stdout do not fail", async () => {
    const { stdout, code } = await program.run({ during, onStart: ({ stderr }) => stderr?.destroy() });
    expect({ stdout, code }).toEqual({ stdout: "5,6,3,4,7,5,3\nhello\nping\n", code: 0 });
  });

  test("does not hide errors about wrong arguments", async () => {
    const mistakes = `${IMPORTS}
      const codeOf = (write) => { try { write(); } catch (error) { return error.code; } };
      console.log(codeOf(() => fs.writeSync(1)), codeOf(() => fs.write(1, "a")), codeOf(() => fs.writeFileSync(1, 1)));`;
    expect((await program.run({ during: mistakes })).stderr).toBe(`${"ERR_INVALID_ARG_TYPE ".repeat(3).trim()}\n`);
  });
});

test("a host that reads stderr slowly still gets everything", async () => {
  const during = `${IMPORTS}
    for (let line = 0; line < 1_000; line++) fs.writeSync(1, "x".repeat(999) + "\\n");
    guard.stdout.write("written\\n");
    for (let line = 0; line < 10; line++) await promisify(fs.write)(1, "y".repeat(999) + "\\n");
  `;
  const { stdout, stderr, code } = await program.run({
    during,
    onStart: (child) => {
      child.stderr?.pause();
      child.stdout?.once("data", () => child.stderr?.resume());
    },
  });
  expect({ stdout, code }).toEqual({ stdout: "written\nhello\nping\n", code: 0 });
  expect(stderr.replaceAll(/x{999}\n/g, "x").replaceAll(/y{999}\n/g, "y")).toBe("x".repeat(1_000) + "y".repeat(10));
});
