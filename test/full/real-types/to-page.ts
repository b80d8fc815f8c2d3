import { stripInternalKeywords } from "../../../packages/core/src/manifest/strip-internal-keywords.js";
import type { CompiledType } from "./compile-type.js";

/** The page of the reference that shows what types of real packages come to. */
export function toPage(types: readonly CompiledType[]): string {
  const packages = new Set(types.map((one) => one.package)).size;
  const sorted = types.toSorted((one, other) =>
    one.package < other.package ? -1 : one.package > other.package ? 1 : 0,
  );
  const rows = sorted.map(toRow);
  const remarks = sorted.flatMap(toRemarks);
  return `# Real types

What the compiler makes of ${types.length} types of ${packages} packages when a tool takes one as its parameter or returns it. The servers are
in \`test/full/real-types/types\`. \`npm run test:full\` compiles each, tries its schema with values, and compares this page
with what came of it; \`UPDATE=1 npm run test:full\` writes the page again.

*Bytes* is the size of the schema as clients receive it. *Time* is the processor time that it took to compile a server with
this one tool, without a cache. The codes are explained under [diagnostics](diagnostics.md).

| package | type | direction | bytes | time | verdict |
| --- | --- | --- | ---: | ---: | --- |
${rows.join("\n")}

## What the compiler says

The first of each code.

${remarks.join("\n")}
`;
}

/** The page without what differs from run to run. */
export function withoutTimes(page: string): string {
  return page.replace(TIME, "|");
}

const TIME = /\| (?:under 0\.1|\d+\.\d) s \|/g;

function toRow({ schema, diagnostics, milliseconds, direction, ...one }: CompiledType): string {
  const bytes = schema ? Buffer.byteLength(JSON.stringify(stripInternalKeywords(schema))).toLocaleString("en") : "";
  const seconds = milliseconds < 100 ? "under 0.1" : (milliseconds / 1000).toFixed(1);
  const cells = [
    `${one.package} ${one.version}`,
    code(one.type),
    direction,
    bytes,
    `${seconds} s`,
    verdict(diagnostics),
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

/** `ok`, or the worst that was reported, with its codes. */
function verdict(diagnostics: CompiledType["diagnostics"]): string {
  const severity = diagnostics.some((one) => one.severity === "error") ? "error" : "warning";
  const codes = new Set(diagnostics.filter((one) => one.severity === severity).map((one) => one.code));
  return codes.size === 0 ? "ok" : `${severity} ${[...codes].sort().join(", ")}`;
}

function toRemarks({ package: name, type, diagnostics }: CompiledType): string[] {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  if (codes.length === 0) return [];
  const lines = codes.map((code) => {
    const [first, ...others] = diagnostics.filter((one) => one.code === code);
    return `  - ${code}: ${first?.message}${others.length > 0 ? ` (${others.length} more)` : ""}`;
  });
  return [`- ${code(type)} of ${name}`, ...lines];
}

function code(text: string): string {
  return `\`${text}\``;
}
