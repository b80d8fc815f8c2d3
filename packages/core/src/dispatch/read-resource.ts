import type { CacheHint } from "../manifest.js";
import type { Registry } from "../registry/registry.js";
import type { ResourceContents } from "../result/content.js";
import { readToEnd } from "../result/read-to-end.js";
import { toResourceContents } from "../result/to-resource-contents.js";
import { findResource } from "./find-resource.js";
import type { Invocation } from "./invocation.js";
import { ProtocolFault, toFault } from "./protocol-fault.js";

/** What a resource holds. */
export interface ReadResource {
  readonly contents: readonly ResourceContents[];
  /** How long the client may keep it, if that is known. */
  readonly cache?: CacheHint | undefined;
}

/**
 * Reads the resource at a URI: a fixed one, else the first template that matches.
 *
 * @throws ProtocolFault when there is none, or when the method says so by returning `undefined` or `null`
 * @throws InputRequired when the client has to answer something first
 * @throws MissingCapabilityError when it cannot
 */
export async function readResource(registry: Registry, uri: string, invocation: Invocation): Promise<ReadResource> {
  const source = `resource "${uri}"`;
  try {
    const found = await findResource(registry, uri);
    if (!found) throw notFound(uri);
    const { resource, args } = found;
    const { context } = invocation;
    const call = async () => readToEnd(await resource.call(args, context), resource.reading ?? "any", context);
    const value = await invocation.run(resource, source, call);
    if (value === undefined || value === null) throw notFound(uri);
    const contents = await toResourceContents(value, uri, resource.definition.mimeType, resource.result);
    return { contents, cache: resource.cache };
  } catch (error) {
    throw toFault(error, source, registry, invocation);
  }
}

function notFound(uri: string): ProtocolFault {
  return new ProtocolFault("resource-not-found", `Resource not found: ${uri}`, uri);
}
