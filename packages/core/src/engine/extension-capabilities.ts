import type { ServerCapabilities } from "@modelcontextprotocol/server";
import { APPS } from "../apps/register-pages.js";
import { usesPages } from "../apps/uses-pages.js";
import type { Registry } from "../registry/registry.js";

/** What a server says of the protocol's extensions: those that its classes and options use. */
export function extensionCapabilities(registry: Registry): Pick<ServerCapabilities, "extensions"> {
  const extensions = { ...(usesPages(registry.declared.tools.values()) && { [APPS]: {} }) };
  return Object.keys(extensions).length > 0 ? { extensions } : {};
}
