import type { AuthInfo } from "@modelcontextprotocol/server";

/** The caller: by the token only if nothing else tells, since clients renew their tokens. `null` for nobody known. */
export function principalOf(auth: AuthInfo | undefined): unknown {
  if (auth === undefined) return null;
  const { iss, sub } = auth.extra ?? {};
  return sub === undefined ? [auth.clientId, auth.token] : [auth.clientId, iss ?? null, sub];
}
