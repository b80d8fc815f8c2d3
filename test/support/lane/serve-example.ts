import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "@plainmcp/compiler";
import { defineServer, type Manifest } from "@plainmcp/core";
import { ROOT } from "../serve.js";
import { byFetch, byLines, type Define, type Serve } from "./lane-pair.js";

const manifests = new Map<string, Manifest>();
let loaded = 0;

/** Serves an example, each time with a state of its own. @param file Its file, from the root of the repository */
export function serveExample(file: string, isHttp: boolean): Serve {
  const path = join(ROOT, file);
  const define: Define = async () => {
    const manifest = manifests.get(file) ?? compile({ files: [path] }).manifest;
    manifests.set(file, manifest);
    const { default: served } = await import(`${path}?${++loaded}`);
    // Each server has a file of its own. The class reads its name at once.
    process.env.NOTES_FILE = join(mkdtempSync(join(tmpdir(), "plainmcp-lane-")), "notes.json");
    return defineServer(typeof served === "function" ? new served() : served, { manifest });
  };
  return isHttp ? byFetch(() => ({}), "sessions", define) : byLines(define);
}
