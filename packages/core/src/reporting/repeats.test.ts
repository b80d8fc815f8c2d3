import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Repeats } from "./repeats.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const MINUTE = 60_000;

function setUp(allowed = 1) {
  const lines: string[] = [];
  const repeats = new Repeats<string>({
    allowed,
    remind: (shown = "others", more) => void lines.push(`${shown} ${more.replace(/^… and ([\d,]+) more$/, "+$1")}`),
  });
  const take = (...texts: string[]) => {
    return texts.map((text) => {
      return repeats.take(text, () => {
        lines.push(text);
        return text;
      });
    });
  };
  /** The lines since the last time. */
  const seen = () => lines.splice(0);
  const pass = (milliseconds: number) => {
    vi.advanceTimersByTime(milliseconds);
    return seen();
  };
  return { repeats, take, seen, pass };
}

const texts = (count: number, prefix = "") => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

test("the first of a kind is shown at once, and the rest once a minute as a number", () => {
  const { take, seen, pass } = setUp();
  expect(take("a", "a", "b", "a")).toEqual(["a", "a", "b", "a"]);
  expect(seen()).toEqual(["a", "b"]);
  expect(pass(MINUTE - 1)).toEqual([]);
  expect(pass(1)).toEqual(["a +2"]);
});

test("a kind that goes on is one line a minute, and no line when it has stopped", () => {
  const { take, seen, pass } = setUp();
  take("a", "a");
  expect([seen(), pass(MINUTE)]).toEqual([["a"], ["a +1"]]);
  for (let minute = 0; minute < 3; minute++) {
    take("a", "a", "a");
    expect([seen(), pass(MINUTE)]).toEqual([[], ["a +3"]]);
  }
  expect(pass(10 * MINUTE)).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
  take("a");
  expect(seen()).toEqual(["a"]);
});

test("a kind that comes seldom is shown each time", () => {
  const { take, pass } = setUp(3);
  for (let minute = 0; minute < 5; minute++) {
    take("a", "a");
    expect(pass(MINUTE)).toEqual(["a", "a"]);
  }
});

test("as many as allowed are shown, and what was shown last is what the others are like", () => {
  const shown: number[] = [];
  const reminders: unknown[] = [];
  const repeats = new Repeats<number>({ allowed: 3, remind: (...reminder) => void reminders.push(reminder) });
  const take = (number: number) => repeats.take("a", () => shown.push(number) && number);
  expect([1, 2, 3, 4, 5].map(take)).toEqual([1, 2, 3, 3, 3]);
  vi.advanceTimersByTime(MINUTE);
  // It came too often, so it continues as a number.
  expect([6, 7].map(take)).toEqual([3, 3]);
  vi.advanceTimersByTime(MINUTE);
  // It did not.
  expect([8, 9].map(take)).toEqual([8, 9]);
  expect(shown).toEqual([1, 2, 3, 8, 9]);
  expect(reminders).toEqual([
    [3, "… and 2 more"],
    [3, "… and 2 more"],
  ]);
});

test("however many kinds strangers think of, lines are limited in each minute, and nothing is lost", () => {
  const { take, seen, pass } = setUp();
  let total = 0;
  for (let minute = 0; minute < 5; minute++) {
    const many = [...texts(3_000, `${minute}:`), ...texts(3_000, `${minute}:`)];
    take(...many);
    const lines = [...seen(), ...pass(MINUTE)];
    expect(lines.length).toBeLessThanOrEqual(50 + 100 + 1);
    total += many.length;
    const counted = lines.map((line) => Number(/\+([\d,]+)$/.exec(line)?.[1]?.replace(",", "") ?? 1));
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(many.length);
  }
  expect(total).toBe(30_000);
});

test("a new kind is shown after a flood, and among the first of a minute during it", () => {
  const { take, seen, pass } = setUp();
  take(...texts(1_000), ...texts(1_000));
  pass(MINUTE);
  seen();
  take("mine");
  expect(seen()).toEqual(["mine"]);
  take(...texts(1_000));
  pass(MINUTE);
  take(...texts(1_000, "other "), "mine too");
  expect(seen()).not.toContain("mine too");
  pass(10 * MINUTE);
  take("mine too");
  expect(seen()).toEqual(["mine too"]);
});

test("kinds that go on do not take the place of new ones", () => {
  const { take, pass, seen } = setUp();
  const persistent = texts(1_000).flatMap((text) => [text, text]);
  for (let minute = 0; minute < 3; minute++) {
    take(...persistent.slice(0, 100));
    pass(MINUTE);
  }
  take(...persistent.slice(0, 100), "mine");
  expect(seen()).toEqual(["mine"]);
});

test("without timers that let the process end, the next event says what was counted", () => {
  vi.stubGlobal("setTimeout", () => 1);
  try {
    let now = 0;
    const lines: string[] = [];
    const repeats = new Repeats<string>({
      remind: (shown, more) => void lines.push(`${shown} ${more}`),
      now: () => now,
    });
    for (let i = 0; i < 4; i++) repeats.take("a", () => "a");
    now = MINUTE;
    expect(lines).toEqual([]);
    repeats.take("b", () => "b");
    expect(lines).toEqual(["a … and 3 more"]);
  } finally {
    vi.unstubAllGlobals();
  }
});

test("at the end, everything counted so far is said, and no timer is left", () => {
  const { repeats, take, seen } = setUp();
  take("a", "a", ...texts(60));
  seen();
  repeats.flush();
  expect(seen()).toEqual(["a +1", "others +11"]);
  repeats.flush();
  expect(seen()).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
