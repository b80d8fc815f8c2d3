import type { EnvVariableManifest, Manifest, PrimitiveManifest } from "@plainmcp/core/manifest";

/** After this many differences, people look at the files themselves. */
const MAX_POINTERS = 5;

/**
 * The differences between two manifests, as lines for people: first the names of primitives, hooks and variables, then the JSON pointers of
 * the first differences. There are none if only the layout of the text differs.
 */
export function diffManifests(before: unknown, after: Manifest): string[] {
  const pointers = [...differences(before, after, "")];
  if (pointers.length === 0) return [];
  const more = pointers.length - MAX_POINTERS;
  return [
    ...diffPrimitives(before, after),
    ...pointers.slice(0, MAX_POINTERS).map((pointer) => `at ${pointer || "/"}`),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

function* diffPrimitives(before: unknown, after: Manifest): Generator<string> {
  const old = namedParts(isContainer(before) ? (before as Partial<Manifest>) : {});
  const current = namedParts(after);
  for (const [label, entry] of current) {
    const known = old.get(label);
    if (!known) yield `added ${label}`;
    else if (!differences(known, entry, "").next().done) yield `changed ${label}`;
  }
  for (const label of old.keys()) if (!current.has(label)) yield `removed ${label}`;
}

function namedParts(manifest: Partial<Manifest>): Map<string, PrimitiveManifest | EnvVariableManifest | string> {
  const found = new Map<string, PrimitiveManifest | EnvVariableManifest | string>();
  for (const entry of manifest.classes ?? []) {
    for (const tool of entry.tools) found.set(`tool ${tool.name} (${entry.class})`, tool);
    for (const resource of entry.resources) found.set(`resource ${resource.name} (${entry.class})`, resource);
    for (const prompt of entry.prompts) found.set(`prompt ${prompt.name} (${entry.class})`, prompt);
    for (const hook of entry.hooks ?? []) found.set(`hook ${hook} (${entry.class})`, hook);
    for (const variable of entry.env ?? []) found.set(`variable ${variable.name} (${entry.class})`, variable);
  }
  return found;
}

/** JSON pointers (RFC 6901) to the innermost values that differ, in document order. */
function* differences(before: unknown, after: unknown, pointer: string): Generator<string> {
  if (Object.is(before, after)) return;
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after)) {
    yield pointer;
    return;
  }
  for (const key of new Set([...Object.keys(after), ...Object.keys(before)])) {
    yield* differences(before[key], after[key], `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
