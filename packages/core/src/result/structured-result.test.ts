import { expect, test } from "vitest";
import { StructuredResult } from "./structured-result.js";

test.each([[{ sum: 3 }], [{}], [[1, '"\u2028\ud800']], [null], [{ 'a"b\\': "\n" }]])(
  "the JSON of %j is the same in both ways",
  (data) => {
    const result = new StructuredResult(data, JSON.stringify(data));
    expect(StructuredResult.jsonOf(result)).toBe(JSON.stringify(result));
    expect(StructuredResult.jsonOf({ ...result })).toBe(JSON.stringify(result));
  },
);
