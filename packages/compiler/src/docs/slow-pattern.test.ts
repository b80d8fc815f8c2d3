import { describe, expect, it } from "vitest";
import { slowPattern } from "./slow-pattern.js";

describe("slowPattern", () => {
  it.each([
    ["^(a+)+$", Number.POSITIVE_INFINITY],
    ["^(a|a)*$", Number.POSITIVE_INFINITY],
    ["^(a|aa)+$", Number.POSITIVE_INFINITY],
    ["^(\\w+\\s?)*$", Number.POSITIVE_INFINITY],
    ["(x+x+)+y", Number.POSITIVE_INFINITY],
    ["^(.*,)*$", Number.POSITIVE_INFINITY],
    ["\\s+$", 2],
    ["^[\\s\\S]*-[\\s\\S]*-[\\s\\S]*x$", 3],
  ])("finds %s", (pattern, degree) => {
    expect(slowPattern(pattern)).toMatchObject({ degree });
  });

  it.each([
    "^[0-9]{5}$",
    "^\\w+ \\w+$",
    "^[a-z0-9]+(?:-[a-z0-9]+)*$",
    "^(?:[a-z]+,)*[a-z]+$",
    "^-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$",
    "^[\\w.+-]+@[\\w-]+\\.[\\w.]+$",
    "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$",
    "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(?:-(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))?$",
    "^user\\.[\\s\\S]*$",
    "^[\\s\\S]*-[\\s\\S]*$",
    "^#(?:[0-9a-f]{3}){1,2}$",
  ])("lets %s pass", (pattern) => {
    expect(slowPattern(pattern)).toBeUndefined();
  });
});
