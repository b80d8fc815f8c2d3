/**
 * Returns a part of a message without the fields that the revision does not have: the part itself, if it has none of
 * them.
 *
 * @param revision For example `"2025-06-18"`
 */
export function withoutNewer(part: MessagePart, value: unknown, revision: string): Readonly<Record<string, unknown>> {
  const fields = value as Readonly<Record<string, unknown>>;
  const newer = newerThan(revision)[part];
  for (const name of newer) {
    if (Object.hasOwn(fields, name)) return without(fields, newer);
  }
  return fields;
}

function without(fields: Readonly<Record<string, unknown>>, names: readonly string[]) {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

type NewerFields = Readonly<Record<MessagePart, readonly string[]>>;

const newerFields = new Map<string, NewerFields>();

/** The fields of each part that a revision does not have. */
function newerThan(revision: string): NewerFields {
  let newer = newerFields.get(revision);
  if (newer === undefined) {
    const parts = Object.entries(AVAILABLE_SINCE).map(([part, since]) => {
      const names = Object.entries(since).filter(([, first]) => first > revision);
      return [part, names.map(([name]) => name)];
    });
    newer = Object.fromEntries(parts) as NewerFields;
    newerFields.set(revision, newer);
  }
  return newer;
}

/** A part of a message that has gained fields since the first revision. */
type MessagePart =
  | "implementation"
  | "capabilities"
  | "result"
  | "tool"
  | "prompt"
  | "promptArgument"
  | "resource"
  | "resourceContents"
  | "contentBlock"
  | "annotations"
  | "toolResult"
  | "progress"
  | "elicitation"
  | "sampling";

const MODERN = "2026-07-28";

/** The revision that added each field. All other fields exist since the first revision. */
const AVAILABLE_SINCE: Readonly<Record<MessagePart, Readonly<Record<string, string>>>> = {
  implementation: { title: "2025-06-18", description: "2025-11-25", websiteUrl: "2025-11-25", icons: "2025-11-25" },
  // `extensions` was in use before it was part of the protocol.
  capabilities: { completions: "2025-03-26", extensions: "2025-11-25" },
  result: { resultType: MODERN, ttlMs: MODERN, cacheScope: MODERN },
  tool: {
    annotations: "2025-03-26",
    title: "2025-06-18",
    outputSchema: "2025-06-18",
    _meta: "2025-06-18",
    icons: "2025-11-25",
  },
  prompt: { title: "2025-06-18", _meta: "2025-06-18", icons: "2025-11-25" },
  promptArgument: { title: "2025-06-18" },
  resource: { title: "2025-06-18", _meta: "2025-06-18", icons: "2025-11-25" },
  resourceContents: { _meta: "2025-06-18" },
  contentBlock: { _meta: "2025-06-18", icons: "2025-11-25" },
  annotations: { lastModified: "2025-06-18" },
  toolResult: { structuredContent: "2025-06-18" },
  progress: { message: "2025-03-26" },
  elicitation: { mode: "2025-11-25" },
  sampling: { tools: "2025-11-25", toolChoice: "2025-11-25" },
};
