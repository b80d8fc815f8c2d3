import { describe, expect, it, vi } from "vitest";
import { LEGACY } from "./client-facts.js";
import { findDifferencesIn } from "./converse.js";
import { describeDifference } from "./describe-difference.js";
import { type Difference, findDifferences } from "./find-differences.js";
import { headerCorpus } from "./header-corpus.js";
import { KNOWN_DIFFERENCES } from "./known-differences.js";
import { byFetch, byLines, byNode, type HeadersOf, type Serve } from "./lane-pair.js";
import { type Conversations, legacyConversations, sessionConversations } from "./legacy-conversations.js";
import { initializeCorpus, legacyCorpus, opening } from "./legacy-corpus.js";
import { MODERN_CONVERSATIONS } from "./modern-conversations.js";
import { modernCorpus, modernHeadersOf } from "./modern-corpus.js";
import { mutate } from "./mutate.js";
import { OPENERS, PROBES } from "./openings.js";
import { Random } from "./random.js";
import { readRecorded } from "./recorded.js";
import type { Sent } from "./sent.js";
import { serveExample } from "./serve-example.js";

/** How thorough the comparison is. */
export interface Thoroughness {
  /** Of so many requests of the corpus, one is sent: 1 for all. */
  readonly oneOf: number;
  /** How many mutated requests are sent in each era over each transport. */
  readonly mutations: number;
  /** Of so many pairs of messages that may decide for an era, one begins a connection: 1 for all. */
  readonly onePairOf: number;
  /** How many connections begin with three such messages. */
  readonly triples: number;
  readonly seed: number;
}

/** One way to a server, and what is said on it. */
interface Way {
  readonly name: string;
  readonly serve: Serve;
  readonly corpus: readonly Sent[];
  readonly opening?: readonly Sent[];
  readonly conversations?: Conversations;
}

/** Tests that a server answers the same with the lane and without it: whatever is said, in every era, over everything. */
export function runLane({ oneOf, mutations, onePairOf, triples, seed }: Thoroughness): void {
  // Streams that stay open take time until they are known to, so that tests wait for most of theirs.
  vi.setConfig({ maxConcurrency: 12 });
  let requests = 0;
  const compare = (name: string, size: number, differences: () => Promise<readonly Difference[]>): void => {
    requests += size;
    it.concurrent(`${name}, ${size} requests`, async () => {
      const found = unknown(await differences());
      expect(found, found).toBe("");
    }, 600_000);
  };

  describe.each(WAYS)("$name", ({ serve, corpus, opening = [], conversations = {} }) => {
    const some = corpus.filter((_, index) => index % oneOf === 0);
    compare("one by one", some.length, () => findDifferences(serve, some, opening));

    const random = new Random(seed);
    const mutated = Array.from({ length: mutations }, () => mutate(random.of(corpus), random));
    compare(`mutated with the seed ${seed}`, mutations, () => findDifferences(serve, mutated, opening));

    for (const [name, steps] of Object.entries(conversations)) {
      compare(`a client that ${name}`, steps.length, () => findDifferencesIn(serve, steps));
    }
  });

  describe("the first messages over stdio", () => {
    for (const [index, opener] of OPENERS.entries()) {
      const seconds = OPENERS.filter((_, at) => (index + at) % onePairOf === 0);
      compare(`begin with ${opener.name}`, seconds.length * (2 + PROBES.length), () =>
        findDifferencesAfter(seconds.map((second) => [opener, second])),
      );
    }
    const random = new Random(seed);
    for (let left = triples; left > 0; left -= 50) {
      const some = Array.from({ length: 50 }, () => [random.of(OPENERS), random.of(OPENERS), random.of(OPENERS)]);
      compare(`are three, with the seed ${seed}, ${left}`, 50 * (3 + PROBES.length), () => findDifferencesAfter(some));
    }
  });

  describe("what real clients and the conformance suite say", () => {
    for (const [index, { server, isHttp, steps }] of readRecorded().entries()) {
      const name = `${index} over ${isHttp ? "HTTP" : "stdio"} to ${server}`;
      compare(name, steps.length, async () => findDifferencesIn(serveExample(server, isHttp), steps));
    }
  });

  it("is much", () => expect(requests).toBeGreaterThan(10_000));
}

/** Begins a connection with each of some sequences, and looks what has become of it. */
async function findDifferencesAfter(sequences: readonly (readonly Sent[])[]): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const first of sequences) {
    const named = first.map(({ name }) => name).join(", ");
    const differences = await findDifferencesIn(byLines(), [...first, ...PROBES]);
    found.push(...differences.map((one) => ({ ...one, name: `${named}: ${one.name}` })));
  }
  return found;
}

/** The differences that are not meant to be there: the first ones, and how many there are. */
function unknown(differences: readonly Difference[]): string {
  const found = differences.filter((difference) => !KNOWN_DIFFERENCES.some(({ is }) => is(difference)));
  const shown = found.slice(0, MAX_SHOWN).map(describeDifference);
  return [...shown, ...(found.length > MAX_SHOWN ? [`… and ${found.length - MAX_SHOWN} more`] : [])].join("\n\n");
}

const MAX_SHOWN = 5;

const modern: readonly Sent[] = [...modernCorpus(), ...headerCorpus()];

const WAYS: readonly Way[] = [
  {
    name: "2026-07-28 over fetch",
    serve: byFetch(modernHeadersOf),
    corpus: modern,
    conversations: MODERN_CONVERSATIONS,
  },
  { name: "2026-07-28 over Node", serve: byNode(modernHeadersOf), corpus: modern, conversations: MODERN_CONVERSATIONS },
  { name: "2026-07-28 over stdio", serve: byLines(), corpus: modern, conversations: MODERN_CONVERSATIONS },
  ...LEGACY.flatMap((revision): Way[] => {
    const said = {
      corpus: legacyCorpus(revision),
      opening: opening(revision),
      conversations: legacyConversations(revision),
    };
    const conversations = { ...said.conversations, ...sessionConversations(revision) };
    return [
      { ...said, name: `${revision} over fetch`, serve: byFetch(sessionHeadersOf(revision)), conversations },
      { ...said, name: `${revision} over Node`, serve: byNode(sessionHeadersOf(revision)), conversations },
      { ...said, name: `${revision} over stdio`, serve: byLines() },
      {
        name: `${revision} without sessions`,
        serve: byFetch(statelessHeadersOf(revision), "stateless"),
        corpus: [...said.corpus, ...initializeCorpus()],
      },
    ];
  }),
  { name: "no revision without sessions", serve: byFetch(() => ({}), "stateless"), corpus: legacyCorpus("2025-03-26") },
  { name: "initialize over fetch", serve: byFetch(() => ({})), corpus: initializeCorpus() },
  { name: "initialize over stdio", serve: byLines(), corpus: initializeCorpus() },
  {
    name: "legacy clients that are refused",
    serve: byFetch(() => ({}), "reject"),
    corpus: [...legacyCorpus("2025-11-25"), ...initializeCorpus()],
  },
];

/** Since 2025-06-18, clients with a session send their revision, too. */
function sessionHeadersOf(revision: string): HeadersOf {
  return (_, session) => ({
    ...(session !== undefined && { "mcp-session-id": session }),
    ...(session !== undefined && revision >= "2025-06-18" && { "mcp-protocol-version": revision }),
  });
}

function statelessHeadersOf(revision: string): HeadersOf {
  return () => ({ "mcp-protocol-version": revision });
}
