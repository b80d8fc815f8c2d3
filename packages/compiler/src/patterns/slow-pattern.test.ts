import { describe, expect, it, vi } from "vitest";
import { slowPattern } from "./slow-pattern.js";

// Patterns with assertions are checked by trying many texts.
vi.setConfig({ testTimeout: 90_000 });

describe("slowPattern", () => {
  it.each([
    ["^(a+)+$", Number.POSITIVE_INFINITY],
    ["^(a|a)*$", Number.POSITIVE_INFINITY],
    ["^(a|aa)+$", Number.POSITIVE_INFINITY],
    ["^(\\w+\\s?)*$", Number.POSITIVE_INFINITY],
    ["(x+x+)+y", Number.POSITIVE_INFINITY],
    ["^(.*,)*$", Number.POSITIVE_INFINITY],
    ["(a{1,50}){1,50}", Number.POSITIVE_INFINITY],
    ["^(?:\\w{1,64}\\s?){1,32}$", Number.POSITIVE_INFINITY],
    ["(?:a?){30}a{30}", Number.POSITIVE_INFINITY],
    ["^(?:[a-z]{0,10}){20}$", Number.POSITIVE_INFINITY],
    ["^(a|a){30}$", Number.POSITIVE_INFINITY],
    ["^([a-z]+){1,50}$", Number.POSITIVE_INFINITY],
    ["^([a-z]+[0-9]?){1,50}$", Number.POSITIVE_INFINITY],
    ["^(?=(a+)+$).*$", Number.POSITIVE_INFINITY],
    ["^[a-z]+(?:-?[a-z]+){0,2}$", 3],
    ["^.{0,900}.{0,900}.{0,900}$", 3],
    ["^[\\s\\S]{0,2000}-[\\s\\S]*x[\\s\\S]*y[\\s\\S]*$", 2],
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
    "^(?:\\w{1,10} ?){1,3}$",
    "^.{1,100}@.{1,100}\\..{1,100}$",
    "^[0-9a-f]{64}(?::[0-9a-f]{64})?$",
    "^(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$",
    "^[a-z]{1,63}(?:\\.[a-z]{1,63}){0,10}$",
    "^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$",
    "^[\\s\\S]{0,2000}-[\\s\\S]*$",
    "^(?=.*\\d)(?=.*[a-z]).{8,}$",
    "^(?!.*--)[a-z-]+$",
  ])("lets %s pass", (pattern) => {
    expect(slowPattern(pattern)).toBeUndefined();
  });

  it("gives no verdict on a pattern that is too complex", () => {
    const deep = `^${"(?:".repeat(300)}a+b+${")*".repeat(300)}$`;
    expect(slowPattern(deep)).toEqual({ growth: undefined, degree: Infinity });
  });
});
