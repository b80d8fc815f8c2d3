import type { Era } from "../context.js";
import { callToolMethod } from "./call-tool.js";
import { canComplete } from "./can-complete.js";
import { completeMethod } from "./complete.js";
import { getPromptMethod } from "./get-prompt.js";
import { listMethods } from "./lists.js";
import type { Methods } from "./method.js";
import { offersResources } from "./offers-resources.js";
import { readResourceMethod } from "./read-resource.js";
import type { ServerState } from "./server-state.js";
import { skillMethods } from "./skills.js";
import { taskMethods } from "./tasks.js";

/**
 * Makes the protocol methods that a server answers because of what it declares. The protocol engine answers the rest,
 * which open and keep a connection.
 */
export function createMethods(server: ServerState, era: Era): Methods {
  const { declared } = server.catalog;
  const { skills } = server.settings;
  return {
    ...listMethods(server),
    ...(canComplete(declared) && { "completion/complete": completeMethod(server) }),
    ...(declared.tools.size > 0 && { "tools/call": callToolMethod(server) }),
    ...(offersResources(declared) && { "resources/read": readResourceMethod(server) }),
    ...(declared.prompts.size > 0 && { "prompts/get": getPromptMethod(server) }),
    ...(era === "modern" && server.tasks && taskMethods(server.tasks)),
    ...(era === "modern" && skills && skillMethods(server, skills)),
  };
}
