import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryProject } from "../fixtures/temporary-project.fixture.js";
import { NotedDisk } from "./noted-disk.js";
import { typescriptVersion } from "./typescript-version.js";

const INSTALLED = { "node_modules/typescript/package.json": '{ "version": "5.8.3" }' };

const asksFor = (range: string, field = "devDependencies") =>
  JSON.stringify({ [field]: { typescript: range, other: "1.0.0" } });

test.each<[string, number | undefined, Record<string, string>]>([
  ["installed above", 5, INSTALLED],
  ["installed, whatever is asked for", 5, { ...INSTALLED, "app/package.json": asksFor("^6.0.0") }],
  ["installed nearer", 6, { ...INSTALLED, "app/node_modules/typescript/package.json": '{ "version": "6.0.3-beta" }' }],
  ["asked for", 4, { "app/package.json": asksFor("~4.9.5") }],
  ["asked for above", 5, { "app/package.json": "{}", "package.json": asksFor("5.x", "dependencies") }],
  ["asked for as a peer", 6, { "package.json": asksFor(">=5.4 || ^6.0.0", "peerDependencies") }],
  ["asked for in a range with an end", 5, { "package.json": asksFor(">=5.0.0 <7.0.0") }],
  ["asked for under another name", 5, { "package.json": asksFor("npm:@scope/typescript@5.9.3") }],
  ["asked for as a tag", undefined, { "package.json": asksFor("latest") }],
  ["asked for by a catalog", undefined, { "package.json": asksFor("catalog:tools") }],
  ["in a broken file", undefined, { "package.json": "{", "node_modules/typescript/package.json": "null" }],
  ["nowhere", undefined, {}],
])("the version that is %s", (_, version, files) => {
  const { folder } = temporaryProject({ "app/tsconfig.json": "{}", ...files });
  expect(typescriptVersion(join(folder, "app"), new NotedDisk())).toBe(version);
});
