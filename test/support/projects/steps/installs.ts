import { join } from "node:path";
import type { Step } from "../set-up.js";

/** A step: installs the dependencies of a folder. @param inside Path relative to the project's folder */
export function installs(inside = "."): Step {
  return (project) => project.install(join(project.folder, inside));
}
