/** A text split into its smallest parts: characters, and patterns for any text of a kind. */
export type TextParts = readonly string[];

/**
 * A pattern that matches exactly these texts. Texts with the same continuation share a state, so products, which most
 * long lists are, become short: ten thousand four-digit numbers become `[0-9]{4}`.
 *
 * @param texts Their parts are already patterns
 */
export function textPattern(texts: readonly TextParts[]): string {
  const states = new States();
  const start = states.share(trieOf(texts));
  return writePattern(start);
}

/** A prefix tree of texts. */
interface Trie {
  readonly next: Map<string, Trie>;
  isEnd: boolean;
}

function trieOf(texts: readonly TextParts[]): Trie {
  const root: Trie = { next: new Map(), isEnd: false };
  // TypeScript lists them in the order in which it first met them anywhere in the program.
  const sorted = texts.map((parts) => ({ parts, text: parts.join("") })).sort((a, b) => (a.text < b.text ? -1 : 1));
  for (const { parts } of sorted) {
    let place = root;
    for (const part of parts) {
      const next = place.next.get(part) ?? { next: new Map(), isEnd: false };
      place.next.set(part, next);
      place = next;
    }
    place.isEnd = true;
  }
  return root;
}

/** A state of the automaton: what may come next. States with the same continuations are one. */
interface State {
  readonly next: ReadonlyMap<string, State>;
  readonly isEnd: boolean;
  /** The first later state that all paths lead through; undefined if a path may end before. */
  readonly joint: State | undefined;
  /** The length of the longest path to an end. */
  readonly height: number;
}

class States {
  readonly #known = new Map<string, State>();
  readonly #ids = new Map<State, number>();

  share(trie: Trie): State {
    const next = new Map([...trie.next].map(([part, inner]) => [part, this.share(inner)]));
    const ids = [...next].map(([part, state]) => [part, this.#ids.get(state)]);
    const key = JSON.stringify([trie.isEnd, ...ids.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))]);
    const known = this.#known.get(key);
    if (known) return known;
    const height = Math.max(0, ...[...next.values()].map((state) => state.height + 1));
    const state: State = { next, isEnd: trie.isEnd, joint: jointOf(trie.isEnd, [...next.values()]), height };
    this.#known.set(key, state);
    this.#ids.set(state, this.#ids.size);
    return state;
  }
}

function jointOf(isEnd: boolean, states: readonly State[]): State | undefined {
  if (isEnd || states.length === 0) return undefined;
  let open = new Set(states);
  while (open.size > 1) {
    const highest = Math.max(...[...open].map(({ height }) => height));
    const moved = [...open].map((state) => (state.height === highest ? state.joint : state));
    if (moved.includes(undefined)) return undefined;
    open = new Set(moved as State[]);
  }
  return [...open][0];
}

/** The pattern for all paths from one state to another, or to an end. */
function writePattern(from: State, to?: State): string {
  const pieces: string[] = [];
  let state = from;
  while (state !== to && state.joint && (to === undefined || state.joint.height >= to.height)) {
    const { joint } = state;
    pieces.push(alternatives(state, joint));
    state = joint;
  }
  if (state !== to && state.next.size > 0) pieces.push(alternatives(state, to));
  return joinRepeated(pieces);
}

function alternatives(state: State, to: State | undefined): string {
  const byTarget = new Map<State, string[]>();
  for (const [part, next] of state.next) byTarget.set(next, [...(byTarget.get(next) ?? []), part]);
  const ways = groupByJoint([...byTarget.keys()], to).map(({ joint, states }) => {
    const inner = states.map(
      (next) => `${choice(byTarget.get(next) ?? [])}${next === joint ? "" : writePattern(next, joint)}`,
    );
    return joint === to ? inner.join("|") : `${group(inner)}${joint ? writePattern(joint, to) : ""}`;
  });
  const text = ways.join("|");
  if (state.isEnd) return `(?:${text})?`;
  return byTarget.size === 1 ? text : `(?:${text})`;
}

function group(ways: readonly string[]): string {
  return ways.length === 1 ? (ways[0] as string) : `(?:${ways.join("|")})`;
}

/**
 * Groups states whose paths all lead through the same later state, so that it is written once; the others go on alone.
 */
function groupByJoint(
  states: readonly State[],
  to: State | undefined,
): readonly { readonly joint: State | undefined; readonly states: readonly State[] }[] {
  const counts = new Map<State, number>();
  for (const joint of states.flatMap((state) => jointsOf(state, to))) counts.set(joint, (counts.get(joint) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1);
  const [most] = shared.sort(([a, inA], [b, inB]) => inB - inA || b.height - a.height);
  if (!most) return states.length === 0 ? [] : [{ joint: to, states }];
  const inside = states.filter((state) => jointsOf(state, to).includes(most[0]));
  const others = states.filter((state) => !inside.includes(state));
  return [{ joint: most[0], states: inside }, ...groupByJoint(others, to)];
}

/** The states with several continuations that all paths from a state lead through, before the given one. */
function jointsOf(state: State, to: State | undefined): readonly State[] {
  const found: State[] = [];
  for (let next: State | undefined = state; next && next !== to && next.next.size > 0; next = next.joint)
    found.push(next);
  // Sharing a common suffix of words would make them harder to read.
  return found.slice(0, found.findLastIndex(({ next }) => next.size > 1) + 1);
}

/** A choice of parts, with single characters as a class with ranges. */
function choice(parts: readonly string[]): string {
  const characters = parts.filter((part) => CHARACTER.test(part)).map((part) => part.replace(/^\\/, ""));
  const others = parts.filter((part) => !CHARACTER.test(part));
  const all = characters.length > 1 ? [...others, characterClass(characters)] : parts;
  return all.length === 1 ? (all[0] as string) : `(?:${all.join("|")})`;
}

const CHARACTER = /^(?:[^\\]|\\[^\w])$/u;

function characterClass(characters: readonly string[]): string {
  const codes = characters.map((character) => character.codePointAt(0) as number).sort((a, b) => a - b);
  let text = "";
  for (let index = 0; index < codes.length; ) {
    let last = index;
    while (codes[last + 1] === (codes[last] as number) + 1) last += 1;
    const [low, high] = [codes[index] as number, codes[last] as number];
    text +=
      last - index < 2
        ? codes
            .slice(index, last + 1)
            .map(inClass)
            .join("")
        : `${inClass(low)}-${inClass(high)}`;
    index = last + 1;
  }
  return `[${text}]`;
}

function inClass(code: number): string {
  const character = String.fromCodePoint(code);
  return /[\\\]^-]/.test(character) ? `\\${character}` : character;
}

/** `[0-9][0-9]` as `[0-9]{2}`. */
function joinRepeated(pieces: readonly string[]): string {
  let text = "";
  for (let index = 0; index < pieces.length; ) {
    const piece = pieces[index] as string;
    let end = index + 1;
    while (pieces[end] === piece) end += 1;
    const isUnit = /^\[(?:[^\]\\]|\\.)*\]$/.test(piece) || /^\(\?:[^()]*\)$/.test(piece);
    text += isUnit && end - index > 1 ? `${piece}{${end - index}}` : piece.repeat(end - index);
    index = end;
  }
  return text;
}
