import { dirname, join } from "node:path";
import type { NotedDisk } from "./noted-disk.js";

/** The relevant part of a `package.json`. */
export interface PackageInfo {
  /** Absolute path of the directory it is in. */
  readonly directory: string;
  readonly name?: string;
  readonly version?: string;
  /** The URL of its website. */
  readonly homepage?: string;
  /** Whether it has any kind of dependency on `@plainmcp/core`. */
  readonly usesCore: boolean;
}

/** Finds the nearest `package.json` above files, and looks into each directory once. */
export class PackageFinder {
  readonly #disk: NotedDisk;
  readonly #byDirectory = new Map<string, PackageInfo | undefined>();

  constructor(disk: NotedDisk) {
    this.#disk = disk;
  }

  /** The package a file belongs to. */
  packageOf(fileName: string): PackageInfo | undefined {
    return this.#find(dirname(fileName));
  }

  #find(directory: string): PackageInfo | undefined {
    if (!this.#byDirectory.has(directory)) {
      const parent = dirname(directory);
      this.#byDirectory.set(
        directory,
        this.#read(directory) ?? (parent === directory ? undefined : this.#find(parent)),
      );
    }
    return this.#byDirectory.get(directory);
  }

  #read(directory: string): PackageInfo | undefined {
    const path = join(directory, "package.json");
    if (!this.#disk.isFile(path)) return undefined;
    // Even an invalid file marks the package's directory.
    const { name, version, homepage, dependencies, devDependencies, peerDependencies } = this.#disk.readJson(path);
    return {
      directory,
      usesCore: [dependencies, devDependencies, peerDependencies].some(hasCore),
      ...(typeof name === "string" && { name }),
      ...(typeof version === "string" && { version }),
      ...(isWebsite(homepage) && { homepage }),
    };
  }
}

function isWebsite(homepage: unknown): homepage is string {
  return typeof homepage === "string" && /^https?:\/\//.test(homepage) && URL.canParse(homepage);
}

function hasCore(dependencies: unknown): boolean {
  return typeof dependencies === "object" && dependencies !== null && "@plainmcp/core" in dependencies;
}
