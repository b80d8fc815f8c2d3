import type { Era } from "../context.js";
import { offersOf } from "../primitives/offers-of.js";
import { callToolMethod } from "./call-tool.js";
import { completeMethod } from "./complete.js";
import { getPromptMethod } from "./get-prompt.js";
import { listMethods } from "./lists.js";
import type { Methods } from "./method.js";
import { readResourceMethod } from "./read-resource.js";
import type { ServerState } from "./server-state.js";
import { skillMethods } from "./skills.js";
import { taskMethods } from "./tasks.js";

/**
 * Makes the protocol methods that a server answers because of what it offers. The protocol engine answers the rest,
 * which open and keep a connection.
 */
export function createMethods(server: ServerState, era: Era): Methods {
  const offers = offersOf(server.catalog);
  const { skills } = server.settings;
  return {
    ...listMethods(server),
    ...(offers.completions && { "completion/complete": completeMethod(server) }),
    ...(offers.tools && { "tools/call": callToolMethod(server) }),
    ...(offers.resources && { "resources/read": readResourceMethod(server) }),
    ...(offers.prompts && { "prompts/get": getPromptMethod(server) }),
    ...(era === "modern" && server.tasks && taskMethods(server.tasks)),
    ...(era === "modern" && skills && skillMethods(server, skills)),
  };
}
