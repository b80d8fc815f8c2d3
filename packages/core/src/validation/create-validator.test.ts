import { describe, expect, it } from "vitest";
import { createValidator } from "./create-validator.js";
import { InvalidSchemaError } from "./schema-errors.js";

describe("createValidator", () => {
  it("answers at once where the closures know every keyword", () => {
    expect(createValidator({ type: "string" })(5)).toMatchObject([{ keyword: "type" }]);
    expect(createValidator(false)(5)).toHaveLength(1);
  });

  it("leaves the rest to Ajv, in the 2020-12 dialect", async () => {
    const validate = createValidator({
      type: "object",
      properties: { pair: { prefixItems: [{ type: "string" }], items: false }, size: { type: "integer", minimum: 1 } },
      unevaluatedProperties: false,
    });
    expect(validate({})).toBeInstanceOf(Promise);
    expect(await validate({ pair: ["a"], size: 1 })).toEqual([]);
    expect(await validate({ pair: ["a", "b"] })).not.toEqual([]);
    expect(await validate({ size: 0, other: 1 })).toEqual([
      { path: "/size", keyword: "ajv", message: expect.stringContaining(">= 1") },
      { path: "", keyword: "ajv", message: expect.stringContaining("unevaluated") },
    ]);
  });

  it("keeps schemas of the same $id apart", async () => {
    const text = createValidator({ $id: "https://example.com/a", type: "string" });
    const number = createValidator({ $id: "https://example.com/a", type: "number" });
    expect([await text("a"), await number("a")]).toMatchObject([[], [{ path: "" }]]);
  });

  it("throws when the schema is wrong in itself", () => {
    expect(() => createValidator({ type: "strin" })).toThrow(InvalidSchemaError);
  });

  it("rejects every value when Ajv cannot use the schema either, and says why", async () => {
    const validate = createValidator({ $ref: "https://example.com/nowhere.json" });
    await expect(validate(1)).rejects.toThrow(/"\/\$ref".*Ajv.*nowhere/s);
    await expect(validate(1)).rejects.toThrow();
    await expect(createValidator({ $id: "a", type: "strin" })("a")).rejects.toThrow(/strin/);
  });

  it("survives a value nested too deeply for Ajv", async () => {
    const validate = createValidator({ $id: "https://example.com/tree", type: "array", items: { $ref: "#" } });
    let value: unknown = [];
    for (let level = 0; level < 100_000; level += 1) value = [value];
    expect(await validate(value)).toMatchObject([{ keyword: "depth" }]);
  });
});
