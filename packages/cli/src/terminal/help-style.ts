/** A title in help. Without a terminal, Commander removes the colours. */
export function bold(title: string): string {
  return `\u001b[1m${title}\u001b[22m`;
}

/** The section of examples at the end of a command's help. */
export function examples(lines: readonly string[]): string {
  return ["", bold("Examples:"), ...lines.map((line) => `  $ ${line}`)].join("\n");
}
