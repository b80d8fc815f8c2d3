export { readSkills } from "../sdk/read-skills.js";
export type { Skills } from "../skills.js";
