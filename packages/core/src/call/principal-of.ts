import type { Caller } from "../context.js";

/** What tells a caller from all others. `null` for callers nobody has identified. */
export function principalOf(caller: Caller | undefined): readonly (string | null)[] | null {
  if (caller === undefined) return null;
  const { subject, issuer = null, clientId = null } = caller;
  return [clientId, issuer, subject];
}
