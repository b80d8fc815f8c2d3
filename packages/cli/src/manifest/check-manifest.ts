import { readFile } from "node:fs/promises";
import { isManifest, type Manifest } from "@plainmcp/core/manifest";
import { EXIT_FAILURE, ExitError } from "../terminal/exit.js";
import { diffManifests } from "./diff-manifests.js";

/** Throws an {@link ExitError} that lists the differences if the file does not hold this manifest. */
export async function checkManifest(path: string, manifest: Manifest, files: readonly string[]): Promise<void> {
  const remedy = `Write it with: plainmcp manifest ${files.join(" ")} --out ${path}`;
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") throw new ExitError(EXIT_FAILURE, `${path} does not exist.\n${remedy}`);
    throw error;
  });
  const changes = diffManifests(parse(text, path, remedy), manifest);
  if (changes.length === 0) return;
  throw new ExitError(
    EXIT_FAILURE,
    [`${path} is stale:`, ...changes.map((change) => `  ${change}`), remedy].join("\n"),
  );
}

function parse(text: string, path: string, remedy: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ExitError(EXIT_FAILURE, `${path} is not JSON.\n${remedy}`);
  }
  if (isManifest(value)) return value;
  throw new ExitError(EXIT_FAILURE, `${path} is not a manifest.\n${remedy}`);
}
