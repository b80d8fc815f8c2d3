import type { Caller } from "../context.js";

/** The identity of a caller; `null` for unidentified callers. */
export function principalOf(caller: Caller | undefined): readonly (string | null)[] | null {
  if (caller === undefined) return null;
  const { subject, issuer = null, clientId = null } = caller;
  return [clientId, issuer, subject];
}
