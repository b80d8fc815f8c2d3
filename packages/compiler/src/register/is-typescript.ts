import { isPackaged } from "../typescript/is-packaged.js";

/** Whether a file is the user's own TypeScript. In packages, only JavaScript is loaded, as in Node itself. */
export function isTypeScript(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file) && !isPackaged(file);
}
