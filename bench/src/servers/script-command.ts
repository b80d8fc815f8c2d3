import { join } from "node:path";
import { ROOT } from "../shared/work-folder.js";
import type { Command, ServerSetting } from "./server-subject.js";

/** A script of the repository, which reads its setting from the environment. @param file From the root */
export function scriptCommand(file: string, setting: ServerSetting, program: string = process.execPath): Command {
  return { program, args: [join(ROOT, file)], env: settingVariables(setting) };
}

/** The environment of servers that are scripts. */
export function settingVariables({ tools, port }: ServerSetting): Readonly<Record<string, string>> {
  return { TOOLS: String(tools), ...(port !== undefined && { PORT: String(port) }) };
}
