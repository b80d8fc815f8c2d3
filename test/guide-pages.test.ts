import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect, it, onTestFinished } from "vitest";
import { ROOT } from "./support/serve.js";
import { sourceProject } from "./support/source-project.js";

const COMPILER_OPTIONS = {
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  strict: true,
  types: ["node"],
};
const MAIN = `
import { serveStdio } from "@plainmcp/transport-stdio";
import Target from "./server.js";
await serveStdio(Target);`;

/** Runs what a page of the guide shows, with files beside it, and connects a client. */
async function run(page: string, files: Record<string, string> = {}): Promise<{ client: Client; folder: string }> {
  const text = readFileSync(join(ROOT, `docs/guide/${page}.md`), "utf8");
  const shown = [...text.matchAll(/```ts\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(([, name = "", code = ""]) => [name, code]);
  const tsconfig = JSON.stringify({ compilerOptions: COMPILER_OPTIONS });
  const folder = sourceProject({ "tsconfig.json": tsconfig, "main.ts": MAIN, ...Object.fromEntries(shown), ...files });
  const client = new Client({ name: "guide", version: "1.0.0" });
  const args = ["--import", "@plainmcp/compiler/register", "main.ts"];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: folder, stderr: "inherit" }));
  onTestFinished(() => client.close());
  return { client, folder };
}

it("lists what a template stands for, and completes its variables", async () => {
  const { client } = await run("lists");
  const { resources } = await client.listResources();
  expect(resources).toMatchObject([{ uri: "library://fiction/emma", name: "fiction emma", title: "Emma" }]);
  const { contents } = await client.readResource({ uri: "library://fiction/emma" });
  expect(contents).toMatchObject([{ text: expect.stringContaining("Emma Woodhouse"), mimeType: "text/plain" }]);
  const ref = { type: "ref/resource", uri: "library://{shelf}/{id}" } as const;
  const values = async (name: string, value: string, others: Record<string, string> = {}) =>
    (await client.complete({ ref, argument: { name, value }, context: { arguments: others } })).completion.values;
  expect(await values("shelf", "PO")).toEqual(["poetry"]);
  expect(await values("id", "e")).toEqual(["emma"]);
  expect(await values("id", "e", { shelf: "poetry" })).toEqual([]);
});

it("offers a tool after another was called", async () => {
  const { client } = await run("changes");
  const names = async () => (await client.listTools()).tools.map(({ name }) => name);
  expect(await names()).toEqual(["signIn"]);
  await client.callTool({ name: "signIn" });
  expect(await names()).toEqual(["signIn", "send"]);
});

it("watches a file while somebody is subscribed", async () => {
  const main = MAIN.replace("server", "watched");
  const { client, folder } = await run("changes", { "main.ts": main, "settings.json": "{}" });
  const updated: string[] = [];
  client.setNotificationHandler("notifications/resources/updated", ({ params }) => void updated.push(params.uri));
  await client.subscribeResource({ uri: "settings://all" });

  await expect
    .poll(() => {
      writeFileSync(join(folder, "settings.json"), '{ "a": 1 }');
      return updated;
    })
    .toContain("settings://all");
});

it("serves several servers under prefixes", async () => {
  const serverOf = (name: string, constructor = "") => `
    import { tool } from "@plainmcp/core";
    export class ${name} {
      ${constructor}
      /** Creates one. */
      @tool
      create(): string { return "${name}"; }
    }`;
  const { client } = await run("several-servers", {
    "notes.ts": serverOf("Notes"),
    "calendar.ts": serverOf("Calendar", "constructor(readonly key: string | undefined) {}"),
  });
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(["notes_create", "cal_create"]);
  expect(await client.callTool({ name: "cal_create" })).toMatchObject({ content: [{ text: "Calendar" }] });
});
