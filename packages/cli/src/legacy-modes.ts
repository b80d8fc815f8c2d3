/** How clients of the revisions before 2026-07-28 can be served over HTTP. */
export const LEGACY_MODES = ["sessions", "stateless", "reject"] as const;

/** One of {@link LEGACY_MODES}. */
export type LegacyMode = (typeof LEGACY_MODES)[number];
