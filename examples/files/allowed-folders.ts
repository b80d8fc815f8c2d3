import { realpath, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, resolve, sep } from "node:path";
import { ToolError } from "@plainmcp/core";

/** The folders in which files may be used. Links that lead out of them are refused. */
export class AllowedFolders {
  readonly #given: readonly string[];

  /** @param given Paths; those that are not absolute start from the working directory */
  constructor(given: readonly string[]) {
    this.#given = given.map((folder) => resolve(folder));
  }

  /** Their real paths. @throws ToolError when there is no folder, or one cannot be used */
  async paths(): Promise<string[]> {
    if (this.#given.length === 0) {
      throw new ToolError("No folder is allowed. Start the server with folders, as in: serve server.ts -- ~/notes");
    }
    return await Promise.all(
      this.#given.map(async (folder) => {
        const isFolder = await stat(folder).then((found) => found.isDirectory(), isMissing);
        if (!isFolder) throw new ToolError(`${folder} is allowed, but it is not a folder.`);
        return await realpath(folder);
      }),
    );
  }

  /**
   * Returns the real path of a file or folder that exists.
   *
   * @param path Absolute, or from the first folder
   * @throws ToolError when it does not exist, or is outside the folders
   */
  async existing(path: string): Promise<string> {
    const folders = await this.paths();
    const full = toAbsolute(path, folders);
    const real = await realpath(full).catch(isMissing);
    // What is outside stays unknown, even whether it exists.
    requireInside(real || full, folders, path);
    if (!real) throw new ToolError(`There is no ${path}. list shows what there is.`);
    return real;
  }

  /**
   * Returns the real path for a file that may not exist yet, in a folder that does.
   *
   * @throws ToolError when its folder does not exist, or it is outside the folders
   */
  async writable(path: string): Promise<string> {
    const folders = await this.paths();
    const full = toAbsolute(path, folders);
    const real = await realpath(full).catch(isMissing);
    if (real) {
      requireInside(real, folders, path);
      return real;
    }
    const parent = await realpath(dirname(full)).catch(isMissing);
    const target = join(parent || dirname(full), basename(full));
    requireInside(target, folders, path);
    if (!parent) throw new ToolError(`There is no folder ${dirname(path)}. Create it with createFolder.`);
    return target;
  }
}

function toAbsolute(path: string, [first = "/"]: readonly string[]): string {
  return isAbsolute(path) ? resolve(path) : resolve(first, path);
}

function requireInside(real: string, folders: readonly string[], path: string): void {
  if (folders.some((folder) => real === folder || real.startsWith(folder.endsWith(sep) ? folder : folder + sep)))
    return;
  throw new ToolError(`${path} is outside the allowed folders: ${folders.join(", ")}`);
}

/** Whether an error says that there is nothing at a path: then `false` takes its place. */
function isMissing(error: NodeJS.ErrnoException): false {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return false;
  throw error;
}
