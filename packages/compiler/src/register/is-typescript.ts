import { isPackaged } from "../typescript/is-packaged.js";

/** Whether a file is TypeScript that its user wrote: Node reads nothing but JavaScript in packages, and so do we. */
export function isTypeScript(file: string): boolean {
  return /\.[cm]?tsx?$/.test(file) && !isPackaged(file);
}
