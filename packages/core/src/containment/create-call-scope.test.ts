import { afterEach, expect, test, vi } from "vitest";
import { createReport } from "../reporting/create-report.js";
import type { ErrorReport } from "../reporting/error-report.js";
import { type CallScope, type Containment, currentContainment, installContainment } from "./containment.js";
import { createCallScope } from "./create-call-scope.js";
import { expectError } from "./expected-errors.js";

/** Records the scopes that methods run in. */
const containment: Containment & { readonly entered: CallScope[] } = {
  entered: [],
  run: (scope, method) => {
    containment.entered.push(scope);
    return method();
  },
  use: () => () => undefined,
};

afterEach(() => {
  installContainment(undefined);
  vi.restoreAllMocks();
});

const [stop, reason] = [new AbortController(), new Error("the reason")];
stop.abort(reason);
const running = new AbortController();

function contain(error: unknown, stoppedBy?: AbortController): ErrorReport[] {
  const reports: ErrorReport[] = [];
  const report = createReport((entry) => void reports.push(entry));
  containment.entered.length = 0;
  installContainment(containment);
  const scope = createCallScope({ source: 'tool "x"', report, ...(stoppedBy && { stoppedBy }) });
  expect(currentContainment().run(scope, () => "done")).toBe("done");
  expect(containment.entered).toEqual([scope]);
  scope.contain(error);
  return reports;
}

test("reports failures under the name of the call", () => {
  const error = new Error("disk full");
  expect(contain(error)).toEqual([{ error, reference: expect.any(String), source: 'background work of tool "x"' }]);
});

test.each<[string, unknown]>([
  ["the reason of the signal", reason],
  ["an error that it caused", new Error("Request failed", { cause: reason })],
  ["an AbortError", new DOMException("Aborted", "AbortError")],
])("%s is a failure of a call, unless the call was stopped", (_, error) => {
  expect(contain(error, stop)).toEqual([]);
  expect(contain(error, running)).toHaveLength(1);
  expect(contain(error)).toHaveLength(1);
});

test("a reason may be anything", () => {
  const stopped = new AbortController();
  stopped.abort("enough");
  expect(contain("enough", stopped)).toEqual([]);
  expect(contain("more", stopped)).toHaveLength(1);
});

test.each([new Error("disk full"), new DOMException("Too late", "TimeoutError"), undefined])(
  "%s is a failure of a call that was stopped too",
  (error) => {
    expect(contain(error, stop)).toHaveLength(1);
  },
);

test("an error that a client causes is not a failure", () => {
  const error = new Error("The client does not answer.");
  expectError(error);
  expect(contain(error)).toEqual([]);
});

test("the reporter runs in its own scope, which reports only to stderr", () => {
  expect(contain(new Error("disk full"))).toHaveLength(1);
  const log = vi.spyOn(console, "error").mockReturnValue();
  const error = new Error("network down");
  containment.entered.at(-1)?.contain(error);
  const written = /^\[plainmcp\] background work of onError failed \(reference \w{8}\) Error: network down\n/;
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(written));
});
