import type { ServerCapabilities } from "@modelcontextprotocol/server";
import { APPS } from "../apps/register-pages.js";
import { usesPages } from "../apps/uses-pages.js";
import type { Era } from "../context.js";
import type { Registry } from "../registry/registry.js";
import { SKILLS } from "../skills/register-skills.js";
import { TASKS } from "../tasks/tasks.js";
import { usesTasks } from "../tasks/uses-tasks.js";

/** What a server says of the protocol's extensions: those that its classes and options use. */
export function extensionCapabilities(registry: Registry, era: Era): Pick<ServerCapabilities, "extensions"> {
  const { declared, skills } = registry;
  const extensions = {
    // Hosts of either era look for it, unlike the others, which no legacy revision knows.
    ...(usesPages(declared.tools.values()) && { [APPS]: {} }),
    ...(era === "modern" && skills && { [SKILLS]: { directoryRead: true } }),
    ...(era === "modern" && usesTasks(registry) && { [TASKS]: {} }),
  };
  return Object.keys(extensions).length > 0 ? { extensions } : {};
}
