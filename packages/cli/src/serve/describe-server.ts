import type { ServerDefinition } from "@plainmcp/core";
import { escapeControls, registryOf } from "@plainmcp/core/internal/engine";
import type { Colors } from "../terminal/colors.js";

/** How {@link describeServer} writes. */
export interface DescribeServerOptions {
  readonly colors: Colors;
  /** Characters per line. @default 100 */
  readonly columns?: number | undefined;
}

/** What a server offers, one line each, by the name that clients see. */
export function describeServer(server: ServerDefinition, { colors, columns = 100 }: DescribeServerOptions): string {
  const { tools, resources, templates, prompts } = registryOf(server).catalog.enabled();
  const sections: readonly (readonly [string, readonly Entry[]])[] = [
    ["Tools", definitions(tools.values()).map(({ name, description }) => ({ name, description }))],
    [
      "Resources",
      [
        ...definitions(resources.values()).map(({ uri, description }) => ({ name: uri, description })),
        ...definitions(templates).map(({ uriTemplate, description }) => ({ name: uriTemplate, description })),
      ],
    ],
    ["Prompts", definitions(prompts.values()).map(({ name, description }) => ({ name, description }))],
  ];
  return sections
    .filter(([, entries]) => entries.length > 0)
    .map(([title, entries]) => [colors.bold(title), ...toLines(entries, colors, columns)].join("\n"))
    .join("\n\n");
}

interface Entry {
  readonly name: string;
  readonly description: string | undefined;
}

function definitions<T>(primitives: Iterable<{ readonly definition: T }>): T[] {
  return Array.from(primitives, ({ definition }) => definition);
}

function toLines(entries: readonly Entry[], colors: Colors, columns: number): string[] {
  const width = Math.max(...entries.map(({ name }) => name.length));
  return entries.map(({ name, description = "" }) => {
    const summary = cut(escapeControls(description.split("\n", 1)[0] ?? ""), columns - width - 5);
    return `  ${colors.cyan(name)}${summary && " ".repeat(width - name.length + 3)}${summary}`;
  });
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(length - 1, 0)).trimEnd()}…`;
}
