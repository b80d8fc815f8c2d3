export type { Skills } from "../skills.js";
export { readSkills } from "./read-skills.js";
