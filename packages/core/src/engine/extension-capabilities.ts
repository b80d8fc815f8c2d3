import type { ServerCapabilities } from "@modelcontextprotocol/server";
import { APPS } from "../apps/register-pages.js";
import { usesPages } from "../apps/uses-pages.js";
import type { Registry } from "../registry/registry.js";
import { SKILLS } from "../skills/register-skills.js";

/** What a server says of the protocol's extensions: those that its classes and options use. */
export function extensionCapabilities(
  { declared, skills }: Registry,
  era: "modern" | "legacy",
): Pick<ServerCapabilities, "extensions"> {
  const extensions = {
    // Hosts of either era look for it, unlike the others, which no legacy revision knows.
    ...(usesPages(declared.tools.values()) && { [APPS]: {} }),
    ...(era === "modern" && skills && { [SKILLS]: { directoryRead: true } }),
  };
  return Object.keys(extensions).length > 0 ? { extensions } : {};
}
