import { defineServer } from "@plainmcp/core";
import { readSkills } from "@plainmcp/core/skills/node";
import { Asking } from "./asking.js";
import { Calls } from "./calls.js";
import { Clock } from "./clock.js";
import { Content } from "./content.js";
import { Lists } from "./lists.js";
import { Prompts } from "./prompts.js";
import { Resources } from "./resources.js";
import { Schemas } from "./schemas.js";
import { Tasks } from "./tasks.js";

/** Every part of the protocol, in one class for each: what the conformance suite calls, and a bit more. */
export default defineServer([Content, Calls, Schemas, Asking, Tasks, Lists, Resources, Prompts, Clock], {
  skills: await readSkills(new URL("skills", import.meta.url)),
});
