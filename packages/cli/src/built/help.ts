import { type Flag, type FlagTable, toHelp } from "../flags/flag.js";
import { UNITS } from "../flags/text-formats.js";

/** What the help of a built module says besides its flags. */
export interface HelpOptions {
  readonly usage: string;
  readonly description: string;
  /** About the arguments of the server's own code. */
  readonly note: string;
  readonly examples: readonly string[];
  /** Characters per line. @default 100 */
  readonly columns?: number | undefined;
}

/** The help of a built module. */
export function help<Options>(table: FlagTable<Options>, options: HelpOptions): string {
  const { usage, description, note, examples, columns = 100 } = options;
  const rows = Object.values<Flag>(table);
  const width = Math.max(...rows.map(({ flag }) => flag.length));
  const toLine = (term: string, text: string) => {
    return `  ${term.padEnd(width)}  ${wrap(text, columns - width - 4).join(`\n${" ".repeat(width + 4)}`)}`;
  };
  const groups = Array.from(new Set(rows.map(({ group }) => group)), (group) => {
    return [
      `${group}:`,
      ...rows.filter((row) => row.group === group).map((row) => toLine(row.flag, toHelp(row, remarksOn(row)))),
    ];
  });
  return [
    [`Usage: ${usage}`],
    [description],
    ...groups,
    ["Help:", toLine("-h, --help", "print this help")],
    wrap(`${UNITS} ${note}`, columns),
    ["Examples:", ...examples.map((example) => `  $ ${example}`)],
  ]
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function remarksOn({ default: byDefault, env }: Flag): readonly string[] {
  return [...(byDefault === undefined ? [] : [`default: ${byDefault}`]), `env: ${env}`];
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/ (?![^(]*\))/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
