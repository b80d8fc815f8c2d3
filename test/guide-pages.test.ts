import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect, it, onTestFinished } from "vitest";
import { codeBlocks, filesOf, PAGES } from "./support/doc-page.js";
import { sourceProject } from "./support/source-project.js";
import { playTranscript } from "./support/transcript.js";

const COMPILER_OPTIONS = {
  target: "es2022",
  module: "esnext",
  moduleResolution: "bundler",
  strict: true,
  types: ["node"],
};

/** What a page takes for granted beside the files that it shows. */
const BESIDE: Readonly<Record<string, Record<string, string>>> = {
  "docs/guide/several-servers.md": {
    "notes.ts": serverOf("Notes", "Wrote a note."),
    "calendar.ts": serverOf(
      "Calendar",
      "Created an entry in the calendar.",
      "constructor(readonly key: string | undefined) {}",
    ),
  },
  "docs/guide/skills.md": {
    "skills/refunds/SKILL.md": "---\nname: refunds\ndescription: How to refund\n---\n",
    "skills/refunds/templates/letter.md": "Dear customer,",
  },
};

const TRANSCRIPTS = PAGES.flatMap((page) =>
  codeBlocks(page).flatMap(({ language, code, section }) =>
    language === "console" && code.includes("\n→ ") ? [{ page, section, code }] : [],
  ),
);

it.each(TRANSCRIPTS)("$page, $section: a client gets what the transcript shows", async ({ page, code }) => {
  expect(await playTranscript(code, projectOf(page))).toBe(code);
});

it("watches a file while somebody is subscribed", async () => {
  const folder = projectOf("docs/guide/changes.md", {
    "settings.json": "{}",
    "main.ts": `import { serveStdio } from "@plainmcp/transport-stdio";
      import Settings from "./watched.js";
      await serveStdio(Settings);`,
  });
  const client = new Client({ name: "guide", version: "1.0.0" });
  const args = ["--import", "@plainmcp/compiler/register", "main.ts"];
  await client.connect(new StdioClientTransport({ command: process.execPath, args, cwd: folder, stderr: "inherit" }));
  onTestFinished(() => client.close());
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

/** A project of the files that a page shows. */
function projectOf(page: string, files: Record<string, string> = {}): string {
  const tsconfig = JSON.stringify({ compilerOptions: COMPILER_OPTIONS });
  return sourceProject({ "tsconfig.json": tsconfig, ...BESIDE[page], ...filesOf(page), ...files });
}

function serverOf(name: string, answer: string, members = ""): string {
  return `import { tool } from "@plainmcp/core";
    export class ${name} {
      ${members}
      /** Creates one. */
      @tool
      create(): string { return ${JSON.stringify(answer)}; }
    }`;
}
