import type { Server } from "@modelcontextprotocol/server";
import { ProtocolFault } from "../dispatch/protocol-fault.js";
import type { Pager } from "../lists/create-pager.js";
import type { Registry } from "../registry/registry.js";
import type { Skills } from "../skills/skills.js";
import { paramsSchema } from "./params-schema.js";
import { toCacheHint } from "./to-cache-hint.js";
import { withProtocolErrors } from "./with-protocol-errors.js";

/** Has the server answer the methods of the skills extension. Their files are read as any resource. */
export function serveSkills(server: Server, registry: Registry, skills: Skills, page: Pager): void {
  const { entries, directories } = skills;
  const byUri = new Map(entries.map((entry) => [entry.uri, entry]));
  const cache = toCacheHint(registry.cache) ?? { ttlMs: 0, cacheScope: "private" };
  const pageOf = <T extends Listed>(items: readonly T[], cursor: string | undefined, name: string) =>
    page(items, cursor, () => `${name} ${items.map(({ uri }) => uri).join(" ")}`);

  server.setRequestHandler("skills/list", { params: LIST }, ({ cursor }) =>
    withProtocolErrors(registry, async () => {
      const { items, ...rest } = await pageOf(entries, cursor, "skills");
      return { skills: items, ...rest, ...cache };
    }),
  );

  server.setRequestHandler("skills/get", { params: GET }, ({ uri }) =>
    withProtocolErrors(registry, async () => {
      const skill = byUri.get(uri);
      if (!skill) throw new ProtocolFault("invalid-params", `There is no skill at ${uri}`);
      return { skill, ...cache };
    }),
  );

  server.setRequestHandler("resources/directory/read", { params: READ }, ({ uri, cursor }) =>
    withProtocolErrors(registry, async () => {
      const children = directories.get(uri);
      if (!children) throw new ProtocolFault("invalid-params", `There is no directory at ${uri}`);
      const { items, ...rest } = await pageOf(children, cursor, uri);
      return { resources: items, ...rest, ...cache };
    }),
  );
}

interface Listed {
  readonly uri: string;
}

const TEXT = { type: "string" };
const LIST = paramsSchema<{ cursor?: string }>({ cursor: TEXT }, []);
const GET = paramsSchema<{ uri: string }>({ uri: TEXT }, ["uri"]);
const READ = paramsSchema<{ uri: string; cursor?: string }>({ uri: TEXT, cursor: TEXT }, ["uri"]);
