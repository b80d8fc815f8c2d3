export { createSkills } from "./create-skills.js";
export type { SkillEntry, SkillFile, SkillResource, Skills } from "./skills.js";
