import { Budget, LimitError } from "@plainmcp/core/internal/engine";
import { describe, expect, it } from "vitest";
import { RequestLoad } from "./request-load.js";

const setUp = (max = 100_000) => {
  const budget = new Budget({ limit: "maxBodiesSize", max, unit: "bytes of requests" });
  const load = (account = "a") => new RequestLoad(budget, account);
  return { budget, load };
};
const stays = () => undefined;

describe("A request", () => {
  it("that is answered at once never counts", () => {
    const { budget, load } = setUp();
    const one = load();
    one.admit(10_000);
    expect([one.isHeld, budget.used]).toEqual([false, 0]);
  });

  it("counts while its answer is awaited, at least 4 KiB", () => {
    const { budget, load } = setUp();
    const one = load();
    one.admit(10);
    one.hold();
    one.hold();
    expect(budget.used).toBe(4_106);
    one.end();
    expect(budget.used).toBe(0);
  });

  it("counts while its body arrives, and then for what the body weighs", () => {
    const { budget, load } = setUp();
    const one = load();
    one.receive(1_000, stays);
    one.receive(2_000, stays);
    expect(budget.used).toBe(6_096);
    one.admit(50_000);
    expect(budget.used).toBe(54_096);
    one.end();
    expect(budget.used).toBe(0);
  });

  it("counts until the last of those who need it has ended", () => {
    const { budget, load } = setUp();
    const one = load();
    one.admit(0);
    one.hold();
    const release = one.keep();
    one.end();
    expect(budget.used).toBe(4_096);
    release();
    release();
    expect(budget.used).toBe(0);
  });

  it("is refused if it weighs more than there is", () => {
    const { load } = setUp();
    expect(() => load().admit(100_000)).toThrow(LimitError);
    expect(() => load().receive(100_000, stays)).toThrow(LimitError);
  });
});

describe("Without room", () => {
  it("the oldest unfinished body of the client that holds most is given up", () => {
    const { budget, load } = setUp();
    const stopped: string[] = [];
    load("a").receive(40_000, () => void stopped.push("a1"));
    load("a").receive(40_000, () => void stopped.push("a2"));
    load("b").receive(20_000, () => void stopped.push("b"));
    expect(stopped).toEqual(["a1"]);
    expect(budget.heldBy("a")).toBe(44_096);
  });

  it("a body that was read is not given up", () => {
    const { load } = setUp();
    const stopped: string[] = [];
    const read = load("a");
    read.receive(70_000, () => void stopped.push("a"));
    read.admit(70_000);
    expect(() => load("b").receive(30_000, stays)).toThrow(LimitError);
    expect(stopped).toEqual([]);
  });
});
