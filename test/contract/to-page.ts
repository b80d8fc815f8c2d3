import { LEGACY_REVISIONS, MODERN } from "../support/revisions.js";
import type { Group, Skip } from "./contract.js";

/** The page of the reference that lists all requirements. */
export function toPage(groups: readonly Group<never>[], skips: readonly Skip[]): string {
  return `# The contract

This is what a server does, however a client reaches it: \`memory\` passes messages within one process, \`stdio\` runs a
program that \`plainmcp build\` has built, \`fetch\` calls the handler of \`createHttpHandler\`, with sessions and without
(\`stateless fetch\`), and \`node\` is \`serveHttp\` on a port. Each requirement is written once, in \`test/contract/requirements\`,
and tested on a real server, in every way and every revision to which it applies. Each message that a server sends is
validated against the schema of its revision.

*Modern* is 2026-07-28, *legacy* is every revision before it. This page is generated from the tests:
\`UPDATE=1 npx pnpm vitest run test/contract/contract.test.ts\`.
${groups.map(toSection).join("")}
## Exceptions

| requirement | not over | because |
| --- | --- | --- |
${skips.map(toSkipRow).join("\n")}
`;
}

function toSection({ title, only, revisions, requirements }: Group<never>): string {
  const rows = Object.entries(requirements).map(
    ([name, { says, revisions: own = revisions }]) => `| \`${name}\` | ${says} | ${inWords(own)} |`,
  );
  return `
## ${title}
${only ? `\nOver ${toList(only.ways)}. ${only.because}\n` : ""}
| requirement | what the server does | revisions |
| --- | --- | --- |
${rows.join("\n")}
`;
}

function toSkipRow({ requirements, revisions, ways, because }: Skip): string {
  const of = revisions ? `, in ${inWords(revisions)}` : "";
  return `| ${requirements.map((name) => `\`${name}\``).join(", ")} | ${toList(ways)}${of} | ${because} |`;
}

function inWords(revisions: readonly string[]): string {
  const legacy = LEGACY_REVISIONS.filter((revision) => revisions.includes(revision));
  const isModern = revisions.includes(MODERN);
  if (legacy.length === LEGACY_REVISIONS.length) return isModern ? "all" : "legacy";
  if (legacy.length === 0) return "modern";
  return [...(isModern ? [MODERN] : []), ...legacy].join(", ");
}

function toList(ways: readonly string[]): string {
  return ways.map((way) => `\`${way}\``).join(", ");
}
