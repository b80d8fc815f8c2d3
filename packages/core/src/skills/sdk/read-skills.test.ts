import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readSkills } from "./read-skills.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "plainmcp-skills-"));
  mkdirSync(join(folder, "refunds", "scripts"), { recursive: true });
  writeFileSync(join(folder, "refunds", "SKILL.md"), "---\nname: refunds\ndescription: How to refund\n---\n");
  writeFileSync(join(folder, "refunds", "scripts", "send.sh"), "echo sent\n");
  writeFileSync(join(folder, "refunds", ".DS_Store"), "hidden");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("readSkills", () => {
  it("reads a folder, from a path or a URL, without hidden files", async () => {
    for (const place of [folder, pathToFileURL(folder)]) {
      const { files } = await readSkills(place);
      expect([...files.keys()]).toEqual(["skill://refunds/SKILL.md", "skill://refunds/scripts/send.sh"]);
      expect(files.get("skill://refunds/scripts/send.sh")).toMatchObject({ text: "echo sent\n" });
    }
  });

  it("refuses links", async () => {
    symlinkSync("/etc/hostname", join(folder, "refunds", "host.txt"));
    symlinkSync(join(folder, "refunds"), join(folder, "again"));
    await expect(readSkills(folder)).rejects.toMatchObject({
      problems: [
        "again is a link or not a file: copy the file instead",
        expect.stringMatching(/^refunds\/host\.txt is a/),
      ],
    });
  });

  it("says which folder it cannot read", async () => {
    await expect(readSkills(join(folder, "none"))).rejects.toThrow(/no folder .*none: .* copy them there/);
    const file = join(folder, "refunds", "SKILL.md");
    await expect(readSkills(file)).rejects.toThrow(/skills in .*SKILL.md cannot be read: /);
  });
});
