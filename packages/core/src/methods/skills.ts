import { invalidParams } from "../dispatch/fault-error.js";
import type { Skills } from "../skills/skills.js";
import { checkParams, TEXT } from "./check-params.js";
import type { Methods } from "./method.js";
import type { ServerState } from "./server-state.js";
import { toCacheHint } from "./to-cache-hint.js";

/** The methods of the skills extension. Skill files are read like any resource. */
export function skillMethods({ settings, page }: ServerState, { entries, directories }: Skills): Methods {
  const byUri = new Map(entries.map((entry) => [entry.uri, entry]));
  const cache = toCacheHint(settings.cache) ?? { ttlMs: 0, cacheScope: "private" };
  const pageOf = <T extends Listed>(items: readonly T[], cursor: string | undefined, name: string) =>
    page(items, cursor, () => `${name} ${items.map(({ uri }) => uri).join(" ")}`);
  return {
    "skills/list": {
      check: checkParams("skills/list", { cursor: TEXT }),
      answer: async ({ cursor }: { readonly cursor?: string }) => {
        const { items, ...rest } = await pageOf(entries, cursor, "skills");
        return { skills: items, ...rest, ...cache };
      },
    },
    "skills/get": {
      check: checkParams("skills/get", { uri: TEXT }, ["uri"]),
      answer: async ({ uri }: Listed) => {
        const skill = byUri.get(uri);
        if (!skill) throw invalidParams(`There is no skill at ${uri}`);
        return { skill, ...cache };
      },
    },
    "resources/directory/read": {
      check: checkParams("resources/directory/read", { uri: TEXT, cursor: TEXT }, ["uri"]),
      answer: async ({ uri, cursor }: Listed & { readonly cursor?: string }) => {
        const children = directories.get(uri);
        if (!children) throw invalidParams(`There is no directory at ${uri}`);
        const { items, ...rest } = await pageOf(children, cursor, uri);
        return { resources: items, ...rest, ...cache };
      },
    },
  };
}

interface Listed {
  readonly uri: string;
}
