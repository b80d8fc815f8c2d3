import type { Random } from "./random.js";
import type { Headers, Sent } from "./sent.js";

const VALUES: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    1,
    -1,
    1.5,
    2 ** 53,
    "",
    "x",
    "2026-07-28",
    "tools/list",
    "initialize",
    "echo",
    "lane://text",
  ],
  ...[[], {}, [null], { a: 1 }, "\u0000", "ü", "{{", "constructor", "io.modelcontextprotocol/logLevel"],
];

const HEADER_VALUES: readonly (string | null)[] = [
  null,
  "",
  "x",
  "echo",
  "tools/call",
  "2026-07-28",
  "2025-11-25",
  "*/*",
];
const HEADERS = ["accept", "content-type", "mcp-protocol-version", "mcp-method", "mcp-name", "mcp-param-region"];
const CHARACTERS = [...'{}[],:"\\ 0ax\u2028-'];

type Holder = Record<string, unknown>;

/** Changes one to three things about what a client says. */
export function mutate({ name, text, headers = {} }: Sent, random: Random): Sent {
  let mutated: Sent = { name: `${name}, mutated`, text, headers };
  for (let left = 1 + random.below(3); left > 0; left--) mutated = mutateOnce(mutated, random);
  return mutated;
}

function mutateOnce(sent: Sent, random: Random): Sent {
  const kind = random.below(10);
  if (kind === 0) return { ...sent, text: mutateText(sent.text, random) };
  if (kind === 1) return { ...sent, headers: { ...sent.headers, ...randomHeader(random) } };
  return { ...sent, text: mutateJson(sent.text, random) };
}

function mutateText(text: string, random: Random): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + (random.below(2) === 0 ? random.of(CHARACTERS) : "") + text.slice(at + random.below(2));
}

function randomHeader(random: Random): Headers {
  return { [random.of(HEADERS)]: random.of(HEADER_VALUES) };
}

/** Changes a member somewhere: leaves it out, replaces it, renames it, repeats it, or adds another. */
function mutateJson(text: string, random: Random): string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return text;
  }
  const holders = holdersIn(json);
  if (holders.length === 0) return text;
  const holder = random.of(holders);
  const key = random.of([...Object.keys(holder), "extra"]);
  const { [key]: value } = holder;
  switch (random.below(5)) {
    case 0:
      delete holder[key];
      break;
    case 1:
      delete holder[key];
      holder[random.of(["_meta", "name", "id", "params", "toString", `${key}x`])] = value;
      break;
    case 2:
      holder[key] = [value, value];
      break;
    case 3:
      holder[key] = Object.values(random.of(holders)).at(0);
      break;
    default:
      holder[key] = random.of(VALUES);
  }
  return stringify(json) ?? text;
}

/** Objects and arrays, at any depth. */
function holdersIn(json: unknown): readonly Holder[] {
  if (typeof json !== "object" || json === null) return [];
  return [json as Holder, ...Object.values(json).flatMap(holdersIn)];
}

/** Returns `undefined` for what has become circular. */
function stringify(json: unknown): string | undefined {
  try {
    return JSON.stringify(json);
  } catch {
    return undefined;
  }
}
