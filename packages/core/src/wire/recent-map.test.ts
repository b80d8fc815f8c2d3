import { expect, test } from "vitest";
import { RecentMap } from "./recent-map.js";

test("a map keeps what is added until it is deleted, in any order, oldest first", () => {
  const map = new RecentMap<number | undefined, string>();
  expect([map.get(undefined), map.delete(undefined)]).toEqual([undefined, false]);
  expect([map.size, map.get(1), map.delete(1), map.values()]).toEqual([0, undefined, false, []]);
  for (const key of [1, 2, 3]) map.add(key, `${key}`);
  expect([map.size, map.get(1), map.get(3), map.values()]).toEqual([3, "1", "3", ["1", "2", "3"]]);
  expect([map.delete(3), map.delete(3), map.get(3)]).toEqual([true, false, undefined]);
  map.add(4, "4");
  expect([map.delete(1), map.size, map.values()]).toEqual([true, 2, ["2", "4"]]);
  expect([map.delete(4), map.delete(2), map.size]).toEqual([true, true, 0]);
});
