import { describe, expect, it } from "vitest";
import { isProtocolError, ProtocolError } from "./protocol-error.js";

describe("ProtocolError", () => {
  it.each([4001, 0, -1, -31_999, -32_769, 2 ** 40, -32_602, -32_603])("can have the code %d", (code) => {
    const error = new ProtocolError(code, "Mine.", ["a"]);
    expect(error).toMatchObject({ name: "ProtocolError", code, message: "Mine.", data: ["a"] });
    expect(isProtocolError(error)).toBe(true);
  });

  it.each([-32_700, -32_600, -32_601, -32_768, -32_000, -32_042, -32_021, 1.5, Number.NaN, 2 ** 60])(
    "cannot have the code %d",
    (code) => {
      expect(() => new ProtocolError(code, "Mine.")).toThrow(RangeError);
    },
  );

  it("can be extended, and is known by its brand", () => {
    class Quota extends ProtocolError {}
    expect(isProtocolError(new Quota(1, "a"))).toBe(true);
    expect(isProtocolError(Object.assign(new Error("a"), { code: 1 }))).toBe(false);
    expect("data" in new ProtocolError(1, "a")).toBe(false);
  });
});
