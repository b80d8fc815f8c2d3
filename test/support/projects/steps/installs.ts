import { join } from "node:path";
import type { Step } from "../set-up.js";

/** A step: installs what a folder of the project asks for. @param inside From the project's folder */
export function installs(inside = "."): Step {
  return (project) => project.install(join(project.folder, inside));
}
