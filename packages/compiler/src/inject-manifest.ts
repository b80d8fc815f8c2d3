import type { Compilation } from "./compile.js";
import { insert } from "./insertion.js";
import { manifestInsertions } from "./manifest-insertions.js";

/**
 * Adds to a module's source, after each class of the compilation and on the same line, a call that registers its
 * manifest. The import that the calls need comes behind the module's own. Line numbers stay what they were.
 *
 * @param source The module's text, before decorators are lowered
 * @param file Its path; a relative one starts from the working directory
 * @returns The source itself when the compilation has no class of this file
 */
export function injectManifest(source: string, file: string, compilation: Compilation): string {
  return insert(source, manifestInsertions(source, file, compilation));
}
