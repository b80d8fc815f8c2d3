import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SkillsClient } from "@modelcontextprotocol/client/ext/skills";
import { afterAll, describe, expect, it } from "vitest";
import { type ClientName, type Connection, connect, TRANSPORTS } from "./support/connect.js";
import { PLAINMCP, ROOT } from "./support/serve.js";

const MODERN: ClientName = "sdk v2, modern";
const SERVER = "test/fixtures/extensions.ts";
const connections: Connection[] = [];
const folder = mkdtempSync(join(tmpdir(), "plainmcp-skills-"));

afterAll(async () => {
  rmSync(folder, { recursive: true });
  for (const connection of connections) expect(await connection.close()).toEqual([]);
});

async function open(...to: Parameters<typeof connect>): Promise<Connection> {
  const connection = await connect(...to);
  connections.push(connection);
  return connection;
}

/** Lists, gets and reads; the client verifies sizes, digests and frontmatter by itself. */
async function useSkills({ client }: Connection): Promise<void> {
  const skills = new SkillsClient(client);
  expect(skills.supported && skills.directoryRead).toBe(true);
  const { skills: entries, invalid } = await skills.list();
  expect(invalid).toEqual([]);
  expect(entries.map(({ uri }) => uri)).toEqual(["skill://refunds/SKILL.md"]);
  const { skill } = await skills.get("skill://refunds/SKILL.md");
  expect(skill).toEqual(entries[0]);
  expect(skill.frontmatter).toMatchObject({ name: "refunds", license: "MIT", metadata: { version: "2.1" } });
  expect(await skills.read(skill)).toMatchObject({ verified: true, mimeType: "text/markdown" });
  expect(await skills.read(skill, "templates/letter.md")).toMatchObject({ text: expect.stringMatching(/^Dear/) });
  const { resources } = await skills.readDirectory("skill://refunds");
  expect(resources.map(({ name, mimeType }) => [name, mimeType])).toEqual([
    ["SKILL.md", "text/markdown"],
    ["templates", "inode/directory"],
  ]);
  await expect(skills.get("skill://refunds/templates/letter.md")).rejects.toMatchObject({ code: -32602 });
  await expect(skills.readDirectory("skill://refunds/SKILL.md")).rejects.toMatchObject({ code: -32602 });
  await expect(client.readResource({ uri: "skill://refunds/../../SKILL.md" })).rejects.toMatchObject({ code: -32602 });
}

describe.each(TRANSPORTS)("skills over %s", (transport) => {
  it("are listed, got, read and verified by the SDK's client of them", async () => {
    await useSkills(await open(MODERN, transport, { args: [PLAINMCP, "serve", SERVER] }));
  });

  it("are resources like any other to clients of the legacy era", async () => {
    const { client } = await open("sdk v1, legacy", transport, { args: [PLAINMCP, "serve", SERVER] });
    expect(client.getServerCapabilities()?.extensions).not.toHaveProperty(["io.modelcontextprotocol/skills"]);
    const { resources } = await client.listResources();
    const manifest = resources.find(({ uri }) => uri === "skill://refunds/SKILL.md");
    expect(manifest).toMatchObject({
      name: "refunds",
      mimeType: "text/markdown",
      description: expect.stringMatching(/^How to refund/),
    });
    const { contents } = await client.readResource({ uri: "skill://refunds/SKILL.md" });
    expect(contents).toMatchObject([{ text: expect.stringMatching(/^---\nname: refunds/) }]);
  });
});

it("a built server has the skills that lie beside it", async () => {
  const args = [PLAINMCP, "build", SERVER, "--transport", "stdio", "--out-dir", folder];
  execFileSync(process.execPath, args, { cwd: ROOT, stdio: "pipe" });
  cpSync(join(ROOT, "test/fixtures/extensions"), join(folder, "extensions"), { recursive: true });
  await useSkills(await open(MODERN, "stdio", { args: [join(folder, "extensions.mjs")] }));
});
