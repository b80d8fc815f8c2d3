import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HOST_RULES, type WireTool } from "@plainmcp/core/internal/hosts";
import type { Manifest, ToolManifest } from "@plainmcp/core/manifest";
import { describe, expect, it } from "vitest";
import { stripInternalKeywords } from "../../../core/src/manifest/strip-internal-keywords.js";
import { CASES } from "../fixtures/cases.fixture.js";

const fine: WireTool = {
  name: "get-weather_2",
  inputSchema: {
    type: "object",
    properties: {
      "a.b-c_1": { type: "array", items: {} },
      nested: { type: "object", properties: { "any name": { anyOf: [{ type: "string" }, { type: "null" }] } } },
      type: { type: "string", enum: ["array"], default: { type: ["array"] } },
    },
  },
};
const withArgument = (schema: object): WireTool => ({ ...fine, inputSchema: { properties: { a: schema } } });

/** A tool for each rule that breaks only this rule. */
const BROKEN: { readonly [id: string]: readonly WireTool[] } = {
  "tool-name": [
    { ...fine, name: "get.weather" },
    { ...fine, name: "größe" },
    { ...fine, name: "a".repeat(65) },
  ],
  "argument-name": ["filter[state]", "@kind", "größe", "$top", "a b", "", "a".repeat(65)].map((key) => ({
    ...fine,
    inputSchema: { properties: { [key]: {} } },
  })),
  "no-root-union": ["anyOf", "oneOf", "allOf"].map((keyword) => ({ ...fine, inputSchema: { [keyword]: [{}] } })),
  "array-items": [
    withArgument({ type: "array" }),
    withArgument({ type: "array", prefixItems: [{ type: "string" }] }),
    withArgument({ anyOf: [{ type: "object", additionalProperties: { type: "array" } }] }),
  ],
  "one-type": [
    withArgument({ type: ["string", "null"] }),
    withArgument({ type: "array", items: { type: ["string", "number"] } }),
    withArgument({ $ref: "#/$defs/a", $defs: { a: { type: ["string"] } } }),
  ],
};

describe.each(HOST_RULES.map((rule) => [rule.id, rule] as const))("%s", (id, { find }) => {
  it.each((BROKEN[id] ?? []).map((tool) => [JSON.stringify(tool).slice(0, 120), tool] as const))(
    "is broken by %s",
    (_, tool) => {
      expect(find(tool)).not.toEqual([]);
      expect(HOST_RULES.filter((rule) => rule.find(tool).length > 0).map((rule) => rule.id)).toEqual([id]);
    },
  );

  it("finds a tool that breaks it, and accepts one that does not", () => {
    expect(BROKEN[id]?.length).toBeGreaterThan(0);
    expect(find(fine)).toEqual([]);
  });
});

it("no golden case breaks a rule without a warning", () => {
  for (const { name, directory } of CASES) {
    const file = join(directory, "manifest.json");
    if (!existsSync(file)) continue;
    const { classes } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
    const found = classes.flatMap(({ tools }) =>
      tools.flatMap(({ name: tool, ...rest }) => breaches({ name: tool, ...rest })),
    );
    const diagnostics = join(directory, "diagnostics.txt");
    const warnings = existsSync(diagnostics) ? readFileSync(diagnostics, "utf8") : "";
    for (const breach of found) expect(warnings, `${name}: ${breach}`).toContain(breach);
  }
});

function breaches({ name, inputSchema }: Pick<ToolManifest, "name" | "inputSchema">): string[] {
  const tool = { name, inputSchema: stripInternalKeywords(inputSchema) };
  return HOST_RULES.flatMap(({ find, hosts }) =>
    find(tool).map((found) => `${hosts} will refuse ${found} of ${name}.`),
  );
}

it("each rule is a row of the page about hosts", () => {
  const page = readFileSync(fileURLToPath(new URL("../../../../docs/reference/hosts.md", import.meta.url)), "utf8");
  for (const { id, hosts, rule, source } of HOST_RULES) {
    expect(page).toContain(`| \`${id}\` | ${rule} | ${hosts} | <${source}> |`);
  }
});
