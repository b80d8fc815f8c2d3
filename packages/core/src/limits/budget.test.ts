import { describe, expect, it } from "vitest";
import { Budget, type BudgetOptions, type Share, type Yielding } from "./budget.js";
import { LimitError } from "./limit-error.js";

/** A budget of 160 seats, 10 of them in reserve, and what was given up. */
function setUp(options: Partial<BudgetOptions> = {}) {
  const gone: string[] = [];
  const refusals: string[] = [];
  const budget = new Budget({
    ...{ limit: "maxSeats", max: 160, unit: "seats", onRefused: (error) => void refusals.push(error.message) },
    ...options,
  });
  let taken = 0;
  /** Takes a share that can be given up in its turn; by default, the oldest first. */
  const take = (client: string, amount: number, turn: Yielding["turn"] = inOrder(taken++)): Share =>
    budget.take(client, amount, { turn, giveUp: () => void gone.push(`${client}:${amount}`) });
  return { budget, gone, refusals, take };
}

const inOrder = (turn: number) => () => turn;
const never = () => undefined;

describe("While there is room", () => {
  it("one client may take all but the reserve", () => {
    const { budget, take, gone } = setUp();
    for (let i = 0; i < 15; i++) take("a", 10, never);
    expect([budget.used, budget.heldBy("a"), gone]).toEqual([150, 150, []]);
    expect(() => take("a", 1, never)).toThrow(LimitError);
  });

  it("what is released can be taken again", () => {
    const { budget, take } = setUp();
    const share = take("a", 150);
    share.release();
    share.release();
    expect([budget.used, budget.heldBy("a")]).toEqual([0, 0]);
    take("b", 150);
  });

  it("a share can change its size", () => {
    const { budget, take } = setUp();
    const share = take("a", 10);
    share.resize(100);
    share.resize(50);
    expect(budget.used).toBe(50);
    share.release();
    share.resize(70);
    expect(budget.used).toBe(0);
  });
});

describe("Without room", () => {
  it("a client that holds nothing gets some of the reserve, and only a little", () => {
    const { budget, take } = setUp({ max: 1_600 });
    budget.take("a", 1_500);
    take("b", 12);
    expect(() => take("b", 1)).not.toThrow();
    expect(() => budget.take("c", 13)).toThrow(/has none left/);
    expect(budget.heldBy("c")).toBe(0);
  });

  it("the client that holds most gives up its own, in their turn, until there is room", () => {
    const { take, gone } = setUp();
    take("a", 20, inOrder(3));
    take("a", 30, inOrder(1));
    take("a", 40, inOrder(2));
    take("b", 50);
    take("c", 45);
    expect(gone).toEqual(["a:30", "a:40"]);
  });

  it("the client that asks gives up its own first if it would hold most", () => {
    const { take, gone } = setUp();
    take("b", 60);
    take("a", 30);
    take("a", 60);
    take("a", 20);
    expect(gone).toEqual(["a:30"]);
  });

  it("what a client uses can stay if only the client itself needs the room", () => {
    const { take, gone } = setUp();
    const inUse = (isOwn: boolean) => (isOwn ? undefined : 0);
    take("a", 100, inUse);
    take("a", 50, inUse);
    expect(() => take("a", 10, inUse)).toThrow(LimitError);
    take("b", 40);
    expect(gone).toEqual(["a:100"]);
  });

  it("no client gives up anything for one that would hold more", () => {
    const { budget, take, gone } = setUp();
    take("b", 70);
    take("a", 80, never);
    expect(() => take("a", 1)).toThrow(LimitError);
    expect([gone, budget.heldBy("b")]).toEqual([[], 70]);
  });

  it("what cannot be given up stays, and the next client is asked", () => {
    const { take, gone } = setUp();
    take("a", 80, never);
    take("b", 65);
    take("c", 30);
    expect(gone).toEqual(["b:65"]);
  });

  it("a share that grows does not go for itself", () => {
    const { budget, take, gone } = setUp();
    const first = take("a", 70);
    take("a", 70);
    first.resize(90);
    expect([gone, budget.used]).toEqual([["a:70"], 90]);
    expect(() => first.resize(151)).toThrow(LimitError);
    expect([first.amount, budget.used]).toEqual([90, 90]);
  });

  it("nothing is given up for what would never fit", () => {
    const { take, gone, refusals } = setUp();
    take("a", 100);
    expect(() => take("b", 155)).toThrow(/room for 160 seats \(option limits\.maxSeats\), and this would take 155/);
    expect([gone, refusals.length]).toEqual([[], 1]);
  });

  it("a refusal says who has how much of what", () => {
    const { take } = setUp();
    take("a", 150, never);
    expect(() => take("a", 5)).toThrow(
      "This server has room for 160 seats (option limits.maxSeats), and you have 150 of them. Give up some, or try again later.",
    );
  });

  it("whoever has shares that are of no use yet gives them up before others do", () => {
    const { take, gone } = setUp({ hasIdle: true });
    take("a", 60);
    take("a", 20);
    take("b", 30, inOrder(-1));
    take("b", 30, inOrder(-2));
    take("c", 40);
    expect(gone).toEqual(["b:30"]);
    take("d", 20);
    expect(gone).toEqual(["b:30", "b:30"]);
    take("d", 20);
    expect(gone).toEqual(["b:30", "b:30", "a:60"]);
  });
});

it("a small budget has no reserve", () => {
  const { take } = setUp({ max: 2 });
  take("a", 1, never);
  take("a", 1, never);
  expect(() => take("b", 1)).toThrow(/none left/);
});
