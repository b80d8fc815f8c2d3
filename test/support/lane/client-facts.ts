import { LEGACY_REVISIONS, MODERN } from "../revisions.js";

/** The keys of the protocol in `_meta`. */
export const KEY = "io.modelcontextprotocol/";

/** A client that can do everything. */
export const CAPABILITIES = {
  elicitation: { form: { applyDefaults: true }, url: {} },
  sampling: { tools: {}, context: {} },
  roots: { listChanged: true },
  experimental: { x: { y: 1 } },
  extensions: { "io.modelcontextprotocol/tasks": {} },
};

/** A client that says everything about itself. */
export const CLIENT_INFO = {
  ...{ name: "n", version: "1", title: "t", description: "d", websiteUrl: "https://example.com" },
  icons: [{ src: "data:,", mimeType: "image/png", sizes: ["1x1"], theme: "dark" }],
};

/** The `_meta` of a request with everything that it may have. */
export const FULL_META = {
  [`${KEY}protocolVersion`]: MODERN,
  [`${KEY}clientInfo`]: CLIENT_INFO,
  [`${KEY}clientCapabilities`]: CAPABILITIES,
  [`${KEY}logLevel`]: "info",
  [`${KEY}other`]: 1,
  [`${KEY}related-task`]: { taskId: "x" },
  progressToken: "t",
  traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
  "example.com/own": { a: [1] },
};

/** Every legacy revision, with an old one that no list has any more. */
export const LEGACY: readonly string[] = [...LEGACY_REVISIONS, "2024-10-07"];

/** Revisions that a legacy or a modern client does not speak. */
export const UNSPOKEN = ["1999-01-01", "2025-11-26", "2026-07-27", "2026-07-29", "2099-01-01", "x", "", ...LEGACY];

/** Progress tokens of every type. */
export const TOKENS: readonly unknown[] = ["t", 7, 0, "", 1.5, null, true, {}, [], 2 ** 60, -1];
