/** The headers of W3C Trace Context and Baggage, with what a client's value must look like to be passed on. */
const HEADERS = [
  ["traceparent", /^[\da-f]{2}-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}[\w-]*$/, 256],
  ["tracestate", /^[\x20-\x7e]+$/, 512],
  ["baggage", /^[\x20-\x7e]+$/, 8192],
] as const;

/**
 * Adds the trace of the client's request to an outgoing one. Headers that the method has set stay as they are.
 *
 * @param meta The `_meta` of the client's request
 */
export function addTraceHeaders(headers: Headers, meta: { readonly [key: string]: unknown }): void {
  // A state belongs to the parent that it came with.
  const isTraced = !headers.has("traceparent") && isSound(meta.traceparent, HEADERS[0]);
  for (const header of HEADERS) {
    const [name] = header;
    const value = meta[name];
    if (headers.has(name) || (name === "tracestate" && !isTraced)) continue;
    if (isSound(value, header)) headers.set(name, value);
  }
}

function isSound(value: unknown, [, pattern, maxLength]: (typeof HEADERS)[number]): value is string {
  return typeof value === "string" && value.length <= maxLength && pattern.test(value);
}
