import type { ServeHttpOptions } from "@plainmcp/transport-http/node";

/** How clients of the revisions before 2026-07-28 can be served over HTTP. */
export type LegacyMode = NonNullable<ServeHttpOptions["legacy"]>;

/** All of them, the default first. */
export const LEGACY_MODES: readonly LegacyMode[] = Object.keys({
  sessions: true,
  stateless: true,
  reject: true,
} satisfies Record<LegacyMode, true>) as LegacyMode[];
