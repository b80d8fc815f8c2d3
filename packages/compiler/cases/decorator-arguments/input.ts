import { resource, tool } from "@plainmcp/core";
import * as constants from "./constants.js";
import { HINTS, ICON, PREFIX } from "./constants.js";

enum Title {
  Long = "A long title",
}

const name = "named";
const shared = { title: `${PREFIX} title`, _meta: { team: "a", level: 1 } } as const;

export class Arguments {
  /** Literals. */
  @tool({ name: "literal.name", title: `plain`, annotations: { readOnlyHint: true, destructiveHint: !true } })
  literals(): void {}

  /** Constants and enum members. */
  @tool({ name, title: Title.Long, annotations: HINTS, icons: [ICON], _meta: { n: -1, nothing: null, list: [...constants.LIST, 3] } })
  constants(): void {}

  /** Spread. */
  @tool({ ...shared, ["name"]: PREFIX + "-spread" } satisfies object)
  spread(): void {}

  /** A constant for all of it. */
  @tool(shared)
  whole(): void {}

  @resource(`${PREFIX}://${constants.PATH}`, {
    name: "a resource",
    title: "Title",
    description: "Described here.",
    mimeType: "text/plain",
    annotations: { audience: ["user"], priority: 0.5 },
  })
  resource(): string {
    return "";
  }
}
