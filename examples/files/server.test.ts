import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const PLAINMCP = fileURLToPath(new URL("../../packages/cli/bin/plainmcp.js", import.meta.url));
const ERAS = ["modern", "legacy"] as const;

let folder: string;
let outside: string;
const clients: Client[] = [];

beforeEach(() => {
  const all = realpathSync(mkdtempSync(join(tmpdir(), "files-example-")));
  folder = join(all, "notes");
  outside = join(all, "private");
  for (const path of [folder, outside]) mkdirSync(path);
  writeFileSync(join(outside, "key.txt"), "secret");
  writeFileSync(join(folder, "plan.md"), "one\ntwo\nthree");
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  rmSync(join(folder, ".."), { recursive: true });
});

/** Starts the server in a process of its own. @param roots The folders that the client works in, if it says so */
async function start(era: (typeof ERAS)[number], folders = [folder], roots?: () => string[]) {
  const mode = era === "modern" ? { pin: "2026-07-28" } : ("legacy" as const);
  const client = new Client(
    { name: "files-test", version: "1.0.0" },
    { versionNegotiation: { mode }, capabilities: roots ? { roots: { listChanged: true } } : {} },
  );
  if (roots) {
    client.setRequestHandler("roots/list", () => ({
      roots: roots().map((path) => ({ uri: pathToFileURL(path).href })),
    }));
  }
  const transport = new StdioClientTransport({
    ...{ command: process.execPath, args: [PLAINMCP, "serve", "server.ts", "--", ...folders] },
    ...{ cwd: import.meta.dirname, stderr: "pipe" },
  });
  await client.connect(transport);
  clients.push(client);
  const call = async (name: string, args: Record<string, unknown> = {}) => {
    const { structuredContent, isError, content } = await client.callTool({ name, arguments: args });
    const text = content.map((block) => (block.type === "text" ? block.text : block.type)).join();
    if (isError) throw new Error(text);
    return structuredContent ?? text;
  };
  return { client, call };
}

describe.each(ERAS)("a %s client", (era) => {
  test("reads, writes and moves", async () => {
    const { call } = await start(era);
    expect(await call("read", { path: "plan.md", from: 2, lines: 1 })).toBe("two");
    await call("createFolder", { path: "old" });
    await call("move", { from: "plan.md", to: "old/plan.md" });
    await call("write", { path: "plan.md", text: "new" });
    expect(await call("list")).toEqual({
      items: [
        { path: "old", type: "folder" },
        { path: "plan.md", type: "file" },
      ],
    });
    await expect(call("move", { from: "plan.md", to: "old/plan.md" })).rejects.toThrow("There is old/plan.md already.");
    expect(readFileSync(join(folder, "old/plan.md"), "utf8")).toBe("one\ntwo\nthree");
    expect(await call("info", { path: "plan.md" })).toMatchObject({ type: "file", bytes: 3 });
  });

  test("edits as a whole or not at all", async () => {
    const { call } = await start(era);
    const good = { find: "two", replaceBy: "2" };
    expect(await call("edit", { path: "plan.md", edits: [good] })).toBe("one\n2\nthree");
    const edit = call("edit", { path: "plan.md", edits: [{ find: "one", replaceBy: "1" }, good] });
    await expect(edit).rejects.toThrow('Nothing was changed: this text does not occur: "two"');
    expect(readFileSync(join(folder, "plan.md"), "utf8")).toBe("one\n2\nthree");
    expect(readdirSync(folder)).toEqual(["plan.md"]);
  });

  test("stays in the allowed folders", async () => {
    symlinkSync(outside, join(folder, "link"));
    symlinkSync(join(outside, "key.txt"), join(folder, "key"));
    const { call } = await start(era);
    for (const path of ["../private/key.txt", join(outside, "key.txt"), "link/key.txt", "key", "../private/none"]) {
      await expect(call("read", { path })).rejects.toThrow(`${path} is outside the allowed folders: ${folder}`);
    }
    for (const path of ["../new.txt", "link/new.txt", "key", `${folder}-2/new.txt`]) {
      await expect(call("write", { path, text: "x" })).rejects.toThrow("is outside the allowed folders");
    }
    expect(readFileSync(join(outside, "key.txt"), "utf8")).toBe("secret");
    expect(await call("find", { text: "key" })).toMatchObject(era === "modern" ? ["key"] : { result: ["key"] });
  });

  test("lists large folders page by page", async () => {
    for (let n = 0; n < 150; n += 1) writeFileSync(join(folder, `file-${String(n).padStart(3, "0")}`), "");
    const { call } = await start(era);
    type Page = { items: { path: string }[]; nextCursor?: string };
    const first = (await call("list", { folder: "." })) as Page;
    const second = (await call("list", { folder: ".", cursor: first.nextCursor })) as Page;
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([100, 51, undefined]);
    const paths = [...first.items, ...second.items].map(({ path }) => path);
    expect(paths).toEqual(readdirSync(folder).sort());
    await expect(call("list", { cursor: `${first.nextCursor}x` })).rejects.toThrow(/cursor/);
  });

  test("shows images, and says what is not text", async () => {
    const png = Buffer.from(
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
      "base64",
    );
    writeFileSync(join(folder, "dot.png"), png);
    const { client, call } = await start(era);
    const { content } = await client.callTool({ name: "show", arguments: { path: "dot.png" } });
    expect(content).toEqual([{ type: "image", mimeType: "image/png", data: png.toString("base64") }]);
    await expect(call("read", { path: "dot.png" })).rejects.toThrow("dot.png is not a text file. show shows images.");
    await expect(call("read", { path: "none.txt" })).rejects.toThrow("There is no none.txt. list shows what there is.");
  });

  test("hears what to do when no folder is allowed", async () => {
    const { call } = await start(era, []);
    await expect(call("list")).rejects.toThrow("No folder is allowed. Start the server with folders");
  });
});

test("an older client's own folders take the place of those on the command line, also when they change", async () => {
  let roots = [outside];
  const { client, call } = await start("legacy", [folder], () => roots);
  expect(await call("allowedFolders")).toEqual({ result: [outside] });
  roots = [folder, outside];
  await client.sendRootsListChanged();
  await expect.poll(() => call("allowedFolders")).toEqual({ result: [folder, outside] });
  expect(await call("read", { path: "plan.md" })).toBe("one\ntwo\nthree");
});
