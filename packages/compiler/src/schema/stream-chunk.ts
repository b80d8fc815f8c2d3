import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import type { ts } from "../typescript/typescript.js";

/** The type of what is read from a stream, of the web's or of Node's; nothing if the type is no stream. */
export function streamChunk(type: ts.Type, project: Project): ts.Type | undefined {
  const { checker } = project;
  if (!isStream(type, project)) return undefined;
  const [chunk] = checker.getTypeArguments(type as ts.TypeReference);
  // Node's do not say what they hold.
  return chunk ?? checker.getAnyType();
}

function isStream(type: ts.Type, project: Project): boolean {
  if (STREAMS.has(platformName(type.symbol, project) ?? "")) return true;
  return type.isClassOrInterface() && project.checker.getBaseTypes(type).some((base) => isStream(base, project));
}

const STREAMS: ReadonlySet<string> = new Set(["ReadableStream", "Readable", "Duplex"]);
