import path = require("node:path");
import { tool } from "@plainmcp/core";
import { describe } from "./describe";

/** Where things are. */
class Paths {
  /** Describes a file beside this one. @param name Name of the file */
  @tool
  beside(name: string): string {
    return describe(path.join(__dirname, name), path.basename(__filename));
  }
}

export = Paths;
