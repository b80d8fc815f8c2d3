export { createSkills } from "./sdk/create-skills.js";
export type { SkillEntry, SkillFile, SkillResource, Skills } from "./skills.js";
