import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** One run of the official conformance suite, and the scenarios that it must contain. */
export interface ConformanceSet {
  readonly name: string;
  /** Arguments of each call of the suite, besides the server's URL. */
  readonly calls: readonly (readonly string[])[];
  /** Scenarios that an implementation of the revision must pass. */
  readonly scored: readonly string[];
  /** Optional scenarios, such as extensions. We pass them too. */
  readonly unscored: readonly string[];
}

const require = createRequire(import.meta.url);

/** Where the suite is installed. */
export const SUITE: string = dirname(require.resolve("@modelcontextprotocol/conformance/package.json"));

const SKILLS = ["directory", "enumeration", "manifest"].map((name) => `sep-2640-skills-${name}`);
const TASKS = [
  "tasks-lifecycle",
  "tasks-capability-negotiation",
  "tasks-wire-fields",
  "tasks-request-state-removal",
  "tasks-mrtr-input",
  "tasks-request-headers",
  "tasks-dispatch-and-envelope",
  "tasks-status-notifications",
  "tasks-required-task-error",
  "tasks-mrtr-composition",
];

const SINCE_2025_11_25 = [
  "elicitation-sep1034-defaults",
  "elicitation-sep1330-enums",
  "server-sse-multiple-streams",
  "dns-rebinding-protection",
];

/** All scenarios of the suite that test servers. */
export const CONFORMANCE_SETS: readonly ConformanceSet[] = [
  {
    name: "2025-11-25",
    calls: [["--requirements", "2025-11-25"]],
    scored: requirementsOf("2025-11-25"),
    unscored: ["server-session-lifecycle", "json-schema-2020-12", "server-sse-polling"],
  },
  {
    name: "2026-07-28",
    calls: [["--requirements", "2026-07-28"]],
    scored: requirementsOf("2026-07-28"),
    unscored: [...TASKS, "json-schema-2020-12", "http-header-validation", "http-custom-header-server-validation"],
  },
  {
    name: "2025-06-18",
    calls: [["--suite", "all", "--spec-version", "2025-06-18"]],
    scored: [],
    unscored: [
      "server-session-lifecycle",
      ...requirementsOf("2025-11-25").filter((scenario) => !SINCE_2025_11_25.includes(scenario)),
    ],
  },
  {
    name: "2025-03-26",
    calls: [["--suite", "all", "--spec-version", "2025-03-26"]],
    scored: [],
    unscored: ["server-session-lifecycle"],
  },
  { name: "skills", calls: SKILLS.map((name) => ["--scenario", name]), scored: [], unscored: SKILLS },
];

/** The scenarios that the suite scores at a revision, from the list that was frozen with it. */
function requirementsOf(revision: string): string[] {
  const list = readFileSync(join(SUITE, `requirements/${revision}.yaml`), "utf8");
  const section = /^server:\n((?: +- .+\n)+)/m.exec(list)?.[1] ?? "";
  return [...section.matchAll(/- (.+)/g)].map(([, name]) => name as string);
}
