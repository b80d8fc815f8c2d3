/**
 * What both servers choose at random, or by the clock: two servers that do the same differ in these, and in nothing else.
 * Each value becomes a name with a number, by the order in which a conversation first shows it, so that a server that
 * mixes two of them up is found.
 */
const RANDOM: readonly (readonly [name: string, pattern: RegExp])[] = [
  // Sessions, and the elicitations that open a page.
  ["uuid", /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g],
  // Tasks.
  ["task", /\b[\da-f]{32}\b/g],
  // What clients get of an error that is masked.
  ["reference", /(?<=under reference )[\da-f]{8}/g],
];

/** Events of a stream. Progress comes more or less often, so that they have no numbers. */
const EVENT = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\/\d+/g;

/** When tasks began, and changed. Two of these may be the same or not. */
const TIME = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g;

/** The members whose values are sealed, and therefore random as a whole. */
const SEALED: ReadonlySet<string> = new Set(["requestState"]);

/** Makes the answers of two servers comparable: members in the order of their names, random values numbered. */
export class Normalizer {
  readonly #numbers = new Map<string, string>();

  value(value: unknown, key?: string): unknown {
    if (typeof value === "string")
      return key !== undefined && SEALED.has(key) ? this.#number(key, value) : this.text(value);
    if (Array.isArray(value)) return value.map((element) => this.value(element));
    if (typeof value !== "object" || value === null) return value;
    const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(members.map(([name, member]) => [name, this.value(member, name)]));
  }

  text(text: string): string {
    return RANDOM.reduce(
      (replaced, [name, pattern]) => replaced.replace(pattern, (found) => this.#number(name, found)),
      text.replace(TIME, "<time>").replace(EVENT, "<event>"),
    );
  }

  #number(name: string, value: string): string {
    const known = this.#numbers.get(`${name} ${value}`);
    if (known !== undefined) return known;
    const number = `<${name} ${this.#numbers.size + 1}>`;
    this.#numbers.set(`${name} ${value}`, number);
    return number;
  }
}
