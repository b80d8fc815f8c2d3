import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { resource } from "../../decorators/resource.js";
import { serveDirectly } from "../../engine/serve-directly.fixture.js";
import { defineServer, registryOf } from "../../registry/define-server.js";
import { input, manifestOf, Weather, weatherManifest } from "../../weather.fixture.js";
import { createSkills } from "./create-skills.js";

const manifest = (name: string, more = "") =>
  `---\nname: ${name}\ndescription: About ${name}\n${more}---\n\n# ${name}\n`;
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff]);

const FILES = {
  "refunds/SKILL.md": manifest("refunds", "license: MIT\nmetadata:\n  version: '2.1'\n"),
  "refunds/templates/eu/letter.md": "Dear …",
  "refunds/templates/logo 1.png": PNG,
  "acme/billing/late/SKILL.md": manifest("late"),
  "README.md": "belongs to no skill",
};

describe("createSkills", () => {
  it("makes an entry for each folder with a SKILL.md: frontmatter verbatim, all files with digest and size", async () => {
    const { entries } = await createSkills(FILES);
    expect(entries.map(({ uri }) => uri)).toEqual(["skill://acme/billing/late/SKILL.md", "skill://refunds/SKILL.md"]);
    const digest = (bytes: string | Uint8Array) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
    const letter = FILES["refunds/templates/eu/letter.md"];
    expect(entries[1]).toEqual({
      uri: "skill://refunds/SKILL.md",
      frontmatter: { name: "refunds", description: "About refunds", license: "MIT", metadata: { version: "2.1" } },
      resources: [
        { uri: "skill://refunds/SKILL.md", digest: digest(FILES["refunds/SKILL.md"]), size: 100 },
        { uri: "skill://refunds/templates/eu/letter.md", digest: digest(letter), size: 8 },
        { uri: "skill://refunds/templates/logo%201.png", digest: digest(PNG), size: 5 },
      ],
    });
  });

  it("lists each directory's own children", async () => {
    const { directories } = await createSkills(FILES);
    expect([...directories.keys()].sort()).toEqual([
      "skill://acme/billing/late",
      "skill://refunds",
      "skill://refunds/templates",
      "skill://refunds/templates/eu",
    ]);
    expect(directories.get("skill://refunds/templates")).toEqual([
      { uri: "skill://refunds/templates/eu", name: "eu", mimeType: "inode/directory" },
      { uri: "skill://refunds/templates/logo%201.png", name: "logo 1.png", mimeType: "image/png", size: 5 },
    ]);
  });

  it("counts the files of a nested skill for both skills", async () => {
    const { entries, directories } = await createSkills({
      "outer/SKILL.md": manifest("outer"),
      "outer/inner/SKILL.md": manifest("inner"),
    });
    expect(entries.map(({ resources }) => resources.length)).toEqual([2, 1]);
    expect(directories.get("skill://outer")?.map(({ name }) => name)).toEqual(["SKILL.md", "inner"]);
  });

  it("refuses what clients would refuse, and reports all of it", async () => {
    const many = Object.fromEntries(Array.from({ length: 512 }, (_, at) => [`many/${at}.md`, ""]));
    const failure = createSkills({
      "SKILL.md": manifest("root"),
      "lower/skill.md": manifest("lower"),
      "wrong/SKILL.md": manifest("right"),
      "plain/SKILL.md": "# No frontmatter",
      "many/SKILL.md": manifest("many"),
      ...many,
      "large/SKILL.md": manifest("large"),
      "large/data.bin": new Uint8Array(16 * 1024 * 1024),
      "up/../SKILL.md": manifest("up"),
    });
    await expect(failure).rejects.toMatchObject({
      name: "RegistrationError",
      problems: expect.arrayContaining([
        expect.stringMatching(/^SKILL\.md is not in a folder of its own/),
        "lower/skill.md must be named SKILL.md",
        expect.stringMatching(/^wrong: .*"right" must match/),
        expect.stringMatching(/^plain: .*"---"/),
        expect.stringMatching(/^the skill many has 513 files/),
        expect.stringMatching(/^the skill large has 167772\d\d bytes/),
        expect.stringMatching(/^up\/\.\.: .*without "\.\."/),
      ]),
    });
    await expect(createSkills({})).rejects.toThrow(/no skill found/);
  });
});

class Greedy {
  @resource("skill://refunds/{+rest}")
  read(rest: string): string {
    return `no file: ${rest}`;
  }
}

const GREEDY = manifestOf({
  ...{ class: "Greedy", file: "src/greedy.ts", tools: [], prompts: [] },
  resources: [
    {
      ...{ method: "read", name: "read", uriTemplate: "skill://refunds/{+rest}", parameters: [{ name: "rest" }] },
      inputSchema: input({ rest: { type: "string" } }, ["rest"]),
    },
  ],
});

describe("a server with skills", () => {
  it("reads its files even if a template of a class matches their URIs, too", async () => {
    const { send } = serveDirectly(Greedy, { manifest: GREEDY, skills: await createSkills(FILES) });
    const read = async (uri: string) => (await send("resources/read", { uri })).contents[0].text;
    expect(await read("skill://refunds/templates/eu/letter.md")).toBe("Dear …");
    expect(await read("skill://refunds/none.md")).toBe("no file: none.md");
  });

  it("lists every SKILL.md and reads every file, as text if that loses nothing", async () => {
    const skills = await createSkills(FILES);
    const { server, send } = serveDirectly(Weather, { manifest: weatherManifest(), skills });
    const { declared } = registryOf(server).catalog;
    expect(declared.resources.get("skill://refunds/SKILL.md")?.definition).toEqual({
      uri: "skill://refunds/SKILL.md",
      name: "refunds",
      description: "About refunds",
      mimeType: "text/markdown",
      size: 100,
    });
    expect(declared.templates.at(-1)?.definition.uriTemplate).toBe("skill://{+path}");
    const read = async (uri: string) => (await send("resources/read", { uri })).contents;
    expect(await read("skill://refunds/templates/eu/letter.md")).toEqual([
      { uri: "skill://refunds/templates/eu/letter.md", mimeType: "text/markdown", text: "Dear …" },
    ]);
    const blob = Buffer.from(PNG).toString("base64");
    expect(await read("skill://refunds/templates/logo 1.png")).toEqual([
      { uri: "skill://refunds/templates/logo 1.png", mimeType: "image/png", blob },
    ]);
    const forgotten = { manifest: weatherManifest(), skills: Promise.resolve(skills) as never };
    expect(() => registryOf(defineServer(Weather, forgotten))).toThrow(/await it first/);
    const composed = defineServer({ weather: defineServer(Weather, { manifest: weatherManifest() }) }, { skills });
    expect([...registryOf(composed).catalog.declared.resources.keys()].slice(1)).toEqual(
      skills.entries.map((entry) => entry.uri),
    );
    for (const uri of [
      ...["skill://refunds", "skill://README.md", "skill://refunds/../SKILL.md", "skill://refunds/%2e%2e/SKILL.md"],
      ...["skill://refunds/templates/../SKILL.md", "skill://refunds/./SKILL.md"],
    ]) {
      await expect(read(uri)).rejects.toMatchObject({ fault: { kind: "resource-not-found" } });
    }
  });
});
