import type { Primitives } from "../primitives/primitive.js";

/** What forbids to add tools whose calls become tasks to a server that has no tasks. */
export function refuseTasks({ tools }: Primitives): readonly string[] {
  return Array.from(tools.values()).flatMap(({ task, definition: { name } }) =>
    task === undefined
      ? []
      : [
          `the tool "${name}" has the option task, but this server was started without tasks: pass defineServer the option tasks: {}`,
        ],
  );
}
