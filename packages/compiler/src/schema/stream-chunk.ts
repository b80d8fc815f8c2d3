import type { Project } from "../project/project.js";
import { platformName } from "../project/symbol-origin.js";
import type { ts } from "../typescript/typescript.js";

/** The type of the chunks of a web or Node stream; undefined if the type is not a stream. */
export function streamChunk(type: ts.Type, project: Project): ts.Type | undefined {
  const { checker } = project;
  if (!isStream(type, project)) return undefined;
  const [chunk] = checker.getTypeArguments(type as ts.TypeReference);
  // Node's streams do not declare what they hold.
  return chunk ?? checker.getAnyType();
}

function isStream(type: ts.Type, project: Project): boolean {
  if (STREAMS.has(platformName(type.symbol, project) ?? "")) return true;
  return type.isClassOrInterface() && project.checker.getBaseTypes(type).some((base) => isStream(base, project));
}

const STREAMS: ReadonlySet<string> = new Set(["ReadableStream", "Readable", "Duplex"]);
