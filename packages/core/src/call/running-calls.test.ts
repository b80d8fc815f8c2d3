import { describe, expect, it } from "vitest";
import { LazyAbortController } from "../promises/abortable.js";
import type { Awaitable } from "../promises/awaitable.js";
import { type RunningCall, RunningCalls } from "./running-calls.js";

/** Has a call wait for a run of its method. */
function run<T>(call: RunningCall, method: Awaitable<T>): Awaitable<T> {
  call.begin();
  return call.settle(method);
}

const reason = new Error("ending");

describe("a running call", () => {
  it("settles like its method", async () => {
    const call = new RunningCalls().begin(new LazyAbortController());
    await expect(run(call, Promise.resolve("done"))).resolves.toBe("done");
    await expect(run(call, Promise.reject(reason))).rejects.toBe(reason);
  });

  it("is aborted with its request, whether its signal was read before or after", () => {
    for (const early of [true, false]) {
      const request = new LazyAbortController();
      const call = new RunningCalls().begin(request);
      if (early) expect(call.signal.aborted).toBe(false);
      expect(call.isAborted).toBe(false);
      request.abort(reason);
      expect(call.isAborted).toBe(true);
      expect(call.signal.reason).toBe(reason);
    }
  });

  it("is aborted with all others, including later ones", () => {
    const calls = new RunningCalls();
    const begun = [true, false].map((early) => {
      const call = calls.begin(new LazyAbortController());
      if (early) expect(call.signal.aborted).toBe(false);
      return call;
    });
    calls.abort(reason);
    for (const call of [...begun, calls.begin(new LazyAbortController())]) {
      expect(call.isAborted).toBe(true);
      expect(call.signal.reason).toBe(reason);
    }
  });

  it("fails when it is given up, however long its method runs", async () => {
    const calls = new RunningCalls();
    const call = calls.begin(new LazyAbortController());
    const running = run(call, new Promise<never>(() => undefined));
    calls.giveUp(reason);
    await expect(running).rejects.toBe(reason);
  });

  it("stops listening to its request when it is over", () => {
    const request = new LazyAbortController();
    const call = new RunningCalls().begin(request);
    const { signal } = call;
    call.end();
    request.abort(reason);
    expect(signal.aborted).toBe(false);
  });
});

it("calls are settled when their requests are answered and their methods have ended", async () => {
  const calls = new RunningCalls();
  await calls.whenSettled();
  const call = calls.begin(new LazyAbortController());
  let finish = (): void => undefined;
  const cleaning = new Promise<void>((resolve) => {
    finish = resolve;
  });
  void run(call, cleaning);
  call.end();
  let settled = false;
  const whenSettled = calls.whenSettled().then(() => {
    settled = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(settled).toBe(false);
  finish();
  await whenSettled;
});
