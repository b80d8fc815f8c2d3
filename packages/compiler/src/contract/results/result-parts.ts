import type { Project } from "../../project/project.js";
import { isUnresolved } from "../../schema/convert-unknown.js";
import { iterableKind } from "../../schema/iterable-kind.js";
import { platformType } from "../../schema/platform-type.js";
import { streamChunk } from "../../schema/stream-chunk.js";
import { membersOf } from "../../typescript/members-of.js";
import { ts } from "../../typescript/typescript.js";

/** What the alternatives of a result are. */
export interface ResultParts {
  /** Bytes, blocks and whole results, which are sent as they are. */
  readonly isContent: boolean;
  /** Some alternative may be anything, so the value decides at run time. */
  readonly isUntyped: boolean;
  /** The alternatives that are data. */
  readonly data: readonly ts.Type[];
  /** Those of them that look like types of the protocol. */
  readonly doubtful: readonly ts.Type[];
  /** The whole results whose structured half has a type. */
  readonly structured: readonly ts.Type[];
  /** The content that never has a structured half. */
  readonly unstructured: readonly ts.Type[];
  /** The whole results that declare more than a result can have. */
  readonly extended: readonly ExtendedResult[];
  /** The lists whose elements are whole results. */
  readonly listed: readonly ts.Type[];
}

/** A whole result, and a property that no result has. */
export interface ExtendedResult {
  readonly type: ts.Type;
  readonly property: string;
}

/** Nothing at all. */
export const NO_PARTS: ResultParts = {
  ...{ isContent: false, isUntyped: false },
  ...{ data: [], doubtful: [], structured: [], unstructured: [], extended: [], listed: [] },
};

/** The parts of several alternatives together. */
export function joinParts(parts: readonly ResultParts[]): ResultParts {
  return {
    isContent: parts.some(({ isContent }) => isContent),
    isUntyped: parts.some(({ isUntyped }) => isUntyped),
    data: parts.flatMap(({ data }) => data),
    doubtful: parts.flatMap(({ doubtful }) => doubtful),
    structured: parts.flatMap(({ structured }) => structured),
    unstructured: parts.flatMap(({ unstructured }) => unstructured),
    extended: parts.flatMap(({ extended }) => extended),
    listed: parts.flatMap(({ listed }) => listed),
  };
}

/** The parts of a type that tools and resources judge alike: bytes, streams, and what may be anything. */
export function plainParts(type: ts.Type, project: Project): ResultParts | undefined {
  if ((type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) !== 0) {
    return isUnresolved(type) ? { ...NO_PARTS, data: [type] } : { ...NO_PARTS, isUntyped: true };
  }
  const chunk = streamChunk(type, project);
  if (!chunk) return isPlatformContent(type, project) ? contentParts(type) : undefined;
  if (chunk.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return { ...NO_PARTS, isUntyped: true };
  const others = membersOf(chunk).filter((member) => !isPlatformContent(member, project));
  const isContent = others.length < membersOf(chunk).length;
  return isContent ? { ...contentParts(type), data: others } : { ...NO_PARTS, data: [type] };
}

/** The parts of content without a structured half. */
export function contentParts(...types: readonly ts.Type[]): ResultParts {
  return { ...NO_PARTS, isContent: true, unstructured: types };
}

/** The types of the elements of an array, a tuple or an iterable. */
export function elementTypes(type: ts.Type, project: Project): readonly ts.Type[] | undefined {
  const { checker } = project;
  const args = () => checker.getTypeArguments(type as ts.TypeReference);
  if (checker.isArrayType(type) || checker.isTupleType(type)) return args().flatMap(membersOf);
  return iterableKind(type, project) ? args().slice(0, 1).flatMap(membersOf) : undefined;
}

function isPlatformContent(type: ts.Type, project: Project): boolean {
  return PLATFORM_CONTENT.has(platformType(type, project) ?? "");
}

const PLATFORM_CONTENT: ReadonlySet<string> = new Set([
  "Response",
  "Blob",
  "File",
  "Uint8Array",
  "Buffer",
  "ArrayBuffer",
]);
