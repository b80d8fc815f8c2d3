import { closeSync, openSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildGuarded, type GuardedRun } from "../../fixtures/guarded-process.js";

let program: ReturnType<typeof buildGuarded>;

beforeAll(() => {
  program = buildGuarded();
});
afterAll(() => program.remove());

const IMPORTS = "import { createInterface } from 'node:readline';";

/** What libraries do to a stream. */
const USES = [
  "stream.pause()",
  "stream.resume(); stream.pause()",
  "stream.destroy()",
  "stream.destroy(new Error('unwanted'))",
  "stream.unref()",
  "stream.setEncoding('hex')",
  "stream.on('data', () => console.log('HEARD'))",
  "stream.on('data', () => console.log('HEARD')); stream.removeAllListeners()",
  "stream.on('readable', () => { while (stream.read() !== null) console.log('HEARD'); })",
  "stream.read()",
  "stream.pipe(process.stdout); stream.unpipe()",
  "createInterface({ input: stream }).on('line', () => console.log('HEARD'))",
  "createInterface({ input: stream }).close()",
  "import('node:stream/consumers').then(({ text }) => text(stream)).then((text) => text && console.log('HEARD'))",
];

/** The result of a run in which the reader got everything, and nobody else got anything. */
const UNDISTURBED: GuardedRun = { stdout: "hello\nping\n", stderr: "", code: 0 };

describe("the reader is not disturbed by others", () => {
  test.each(USES)("with process.stdin: %s", async (use) => {
    const during = `${IMPORTS} const stream = process.stdin; ${use}`;
    expect(await program.run({ during, reading: during })).toEqual(UNDISTURBED);
  });

  test.each(USES)("with the original stream: %s", async (use) => {
    const before = "globalThis.stream = process.stdin";
    const during = `${IMPORTS} ${use}`;
    expect(await program.run({ before, during })).toEqual(UNDISTURBED);
    expect(await program.run({ before, reading: during })).toEqual(UNDISTURBED);
  });

  test.each([
    "stream.pause()",
    "stream.resume(); stream.pause()",
    "stream.unref()",
    "stream.setEncoding('hex')",
    "stream.on('data', () => console.log('HEARD'))",
    "stream.on('readable', () => stream.read())",
    "createInterface({ input: stream }).close()",
  ])("right before the guard begins: %s", async (use) => {
    const during = `${IMPORTS} guard.end(); const stream = process.stdin; ${use}; beginGuard(); guard.stdin.read(0)`;
    expect(await program.run({ during })).toEqual(UNDISTURBED);
  });

  test.each([
    "fs.readFileSync(0)",
    "fs.readSync(0, Buffer.alloc(10))",
    "fs.readvSync(0, [Buffer.alloc(10)])",
    "await new Promise((resolve) => fs.read(0, Buffer.alloc(10), 0, 10, null, resolve))",
    "await new Promise((resolve) => fs.readv(0, [Buffer.alloc(10)], resolve))",
    "await new Promise((resolve) => fs.readFile(0, resolve))",
    "for await (const chunk of fs.createReadStream(null, { fd: 0 })) console.log('HEARD')",
    "fs.closeSync(0)",
    "await new Promise((resolve) => fs.close(0, resolve))",
  ])("with descriptor 0: %s", async (use) => {
    const during = `import fs from "node:fs"; ${use}`;
    expect(await program.run({ during, reading: during })).toEqual(UNDISTURBED);
  });
});

describe("process.stdin", () => {
  test("is an input that has ended, each time somebody gets it", async () => {
    const readAll = "for await (const line of createInterface({ input: process.stdin })) console.log(line);";
    const during = `${IMPORTS} for (let times = 0; times < 2; times++) { ${readAll} console.log("ended"); }`;
    expect(await program.run({ during })).toEqual({ ...UNDISTURBED, stderr: "ended\nended\n" });
  });

  test("is the same for named imports", async () => {
    const during = 'import { stdin } from "node:process"; console.log(stdin === process.stdin, stdin.fd, stdin.isTTY);';
    expect(await program.run({ during })).toEqual({ ...UNDISTURBED, stderr: "true 0 undefined\n" });
  });

  const readBack = `
    console.log(process.stdin === stream);
    process.stdin.on("data", (chunk) => process.stdout.write("back: " + chunk));
    process.stdin.on("end", () => console.log("ended"));
    process.stdin.resume();
  `;
  const before = "globalThis.stream = process.stdin";

  test("is the original stream once the guard has ended, with all unread bytes", async () => {
    const during = `
      import { once } from "node:events";
      await once(guard.stdin, "readable");
      guard.end();
      ${readBack}
    `;
    const { stdout, stderr, code } = await program.run({ before, during });
    expect({ stdout: stdout.replace("back: ping", "ping"), stderr, code }).toEqual({
      stdout: "true\nback: hello\nping\nended\n",
      stderr: "",
      code: 0,
    });
  });

  test("can be read once the guard has ended, by listeners from before", async () => {
    const during = "stream.read(); guard.end(); stream.resume().on('data', (chunk) => process.stdout.write(chunk));";
    expect(await program.run({ before, during })).toEqual(UNDISTURBED);
  });

  test("emits its end once the guard has ended", async () => {
    const during = `
      import { once } from "node:events";
      guard.stdin.resume();
      await once(guard.stdin, "end");
      guard.end();
      ${readBack}
    `;
    const stdin = openSync(os.devNull, "r");
    expect(await program.run({ before, during, stdin })).toEqual({ stdout: "true\nended\n", stderr: "", code: 0 });
    closeSync(stdin);
  });

  test("does not keep the process alive once the guard has ended", async () => {
    const reading = "guard.stdin.pause(); guard.end();";
    expect(await program.run({ reading, keepOpen: true })).toMatchObject({ stdout: "hello\n", code: 0 });
  });
});

describe("the reader gets", () => {
  test.each(["", "utf8", "hex"])("bytes read ahead before the guard began, in encoding %j", async (encoding) => {
    const before = `
      import { once } from "node:events";
      if (${encoding !== ""}) process.stdin.setEncoding("${encoding}");
      await once(process.stdin, "readable");
    `;
    expect(await program.run({ before })).toEqual(UNDISTURBED);
  });

  test("bytes that arrive between two guards", async () => {
    const during = 'import { once } from "node:events"; await once(guard.stdin, "readable"); beginGuard();';
    expect(await program.run({ during })).toEqual(UNDISTURBED);
  });

  test("more than fits into its buffer", async () => {
    const during = `
      guard.stdin.read(0);
      while (guard.stdin.readableLength < guard.stdin.readableHighWaterMark) await new Promise(setImmediate);
    `;
    const input = `${"x".repeat(1_000_000)}\n`;
    const { stdout, code } = await program.run({ during, onStart: ({ stdin }) => stdin?.write(input) });
    expect(stdout === `hello\n${input}ping\n`).toBe(true);
    expect(code).toBe(0);
  });

  test("a file", async () => {
    const file = path.join(program.folder, "input.txt");
    const input = `${"x".repeat(200_000)}\n`;
    writeFileSync(file, input);
    const before = "globalThis.stream = process.stdin";
    const during = "stream.resume(); process.stdin.resume(); stream.pause();";
    const stdin = openSync(file, "r");
    expect(await program.run({ before, during, stdin })).toEqual({ stdout: input, stderr: "", code: 0 });
    closeSync(stdin);
  });

  test("an immediate end", async () => {
    const stdin = openSync(os.devNull, "r");
    expect(await program.run({ stdin })).toEqual({ stdout: "", stderr: "", code: 0 });
    closeSync(stdin);
  });

  test.each(["", "hello\n"])("the rest of a replaced process.stdin that has ended: %j", async (text) => {
    const before = `
      import { Readable } from "node:stream";
      const stream = new Readable({ read() {} });
      stream.push(${JSON.stringify(text)});
      stream.push(null);
      Object.defineProperty(process, "stdin", { value: stream, configurable: true });
    `;
    const during = "guard.stdin.on('end', () => console.log('ended'))";
    const result = await program.run({ before, during, keepOpen: true });
    expect(result).toEqual({ stdout: text, stderr: "ended\n", code: 0 });
  });

  test("an error of the stream", async () => {
    const before = "globalThis.stream = process.stdin";
    const reading = `
      import { once } from "node:events";
      stream.emit("error", new Error("broken"));
      const [error] = await once(guard.stdin, "error");
      console.log(error.message);
      guard.end();
      process.exitCode = 3;
    `;
    expect(await program.run({ before, reading, keepOpen: true })).toEqual({
      stdout: "hello\n",
      stderr: "broken\n",
      code: 3,
    });
  });
});
