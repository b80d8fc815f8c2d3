import { describe, expect, it } from "vitest";
import { nearestName } from "./nearest-name.js";

describe("nearestName", () => {
  it.each([
    ["titel", ["id", "title"], "title"],
    ["ID", ["id", "title"], "id"],
    ["max_results", ["maxResult", "maxResults"], "maxResults"],
    ["colour", ["color", "count"], "color"],
    ["uri", ["url", "id"], "url"],
    ["x", ["y", "title"], undefined],
    ["ie", ["id", "title"], undefined],
    ["recursive", ["id", "title"], undefined],
    ["a", [], undefined],
    ["a".repeat(10_000), ["a".repeat(10_001)], undefined],
  ])("%s of %j", (wrong, names, nearest) => {
    expect(nearestName(wrong, names)).toBe(nearest);
  });
});
