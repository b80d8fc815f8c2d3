import { expect, it } from "vitest";
import { addTraceHeaders } from "./trace-headers.js";

const PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
const OTHER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

function added(meta: Record<string, unknown>, own: Record<string, string> = {}): Record<string, string> {
  const headers = new Headers(own);
  addTraceHeaders(headers, meta);
  return Object.fromEntries(headers);
}

it("passes on the trace of a request, and nothing else of its _meta", () => {
  const trace = { traceparent: PARENT, tracestate: "vendor=1", baggage: "user=7,region=eu" };
  expect(added({ ...trace, progressToken: 1, other: "x" })).toEqual(trace);
  expect(added({ baggage: "user=7" })).toEqual({ baggage: "user=7" });
  expect(added({})).toEqual({});
});

it("keeps what the method has set, and no state of another parent", () => {
  const meta = { traceparent: PARENT, tracestate: "vendor=1", baggage: "user=7" };
  expect(added(meta, { traceparent: OTHER })).toEqual({ traceparent: OTHER, baggage: "user=7" });
  expect(added(meta, { baggage: "mine=1", tracestate: "own=1" })).toEqual({
    ...{ traceparent: PARENT, tracestate: "own=1", baggage: "mine=1" },
  });
});

it.each<Record<string, unknown>>([
  { traceparent: 7 },
  { traceparent: "00-short-00f067aa0ba902b7-01" },
  { traceparent: `${PARENT}\r\nx-injected: 1` },
  { traceparent: PARENT.toUpperCase().replaceAll("B", "Z") },
  { tracestate: "vendor=1" },
  { baggage: "a=1\r\nx-injected: 1" },
  { baggage: "name=Zoë" },
  { baggage: "" },
  { baggage: ["a=1"] },
  { baggage: "a".repeat(8193) },
])("does not pass on %j", (meta) => {
  expect(added(meta)).toEqual({});
});
