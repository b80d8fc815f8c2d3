import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import type { Skills } from "../skills/skills.js";
import type { EraServer } from "./era-server.js";
import { paramsSchema } from "./params-schema.js";

/** What a client may keep: nothing, as with all lists whose author says nothing else. */
const CACHE = { ttlMs: 0, cacheScope: "private" } as const;

/** Has the server answer the methods of the skills extension. Their files are read as any resource. */
export function serveSkills(server: EraServer, { entries, directories }: Skills): void {
  const byUri = new Map(entries.map((entry) => [entry.uri, entry]));

  server.setRequestHandler("skills/list", { params: NO_PARAMS }, () => ({ skills: entries, ...CACHE }));

  server.setRequestHandler("skills/get", { params: NAMED }, ({ uri }) => {
    const skill = byUri.get(uri);
    if (skill) return { skill, ...CACHE };
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no skill at ${uri}`);
  });

  server.setRequestHandler("resources/directory/read", { params: NAMED }, ({ uri }) => {
    const children = directories.get(uri);
    if (!children) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no directory at ${uri}`);
    return { resources: children, ...CACHE };
  });
}

const NO_PARAMS = paramsSchema({}, []);
/** Both methods name a URI and nothing else. */
const NAMED = paramsSchema<{ uri: string }>({ uri: { type: "string" } }, ["uri"]);
