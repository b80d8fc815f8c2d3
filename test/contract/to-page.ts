import { LEGACY_REVISIONS, MODERN } from "../support/revisions.js";
import type { Group, Skip } from "./contract.js";

/** The page of the reference that lists all that is asked of a server. */
export function toPage(groups: readonly Group<never>[], skips: readonly Skip[]): string {
  return `# The contract

This is what a server does, whichever way a client reaches it: \`memory\` hands messages over in one process, \`stdio\` is a
process that \`plainmcp build\` made, \`fetch\` calls the handler of \`createHttpHandler\`, once with sessions and once without
(\`stateless fetch\`), and \`node\` is \`serveHttp\` on a port. Each requirement is written once, in \`test/contract/requirements\`,
and tried on every way and in every revision that it applies to, on a real server. Each message that a server sends is
validated against the schema of its revision.

*Modern* is 2026-07-28, *legacy* is every revision before it. \`UPDATE=1 npx pnpm vitest run test/contract/contract.test.ts\`
writes this page from the tests.
${groups.map(toSection).join("")}
## What is not asked

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
