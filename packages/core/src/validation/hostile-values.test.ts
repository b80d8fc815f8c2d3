import { describe, expect, it } from "vitest";
import { createDecoder } from "../codec/create-decoder.js";
import { createEncoder } from "../codec/create-encoder.js";
import type { JsonSchema } from "../manifest/json-schema.js";
import { compileSchema } from "./compile-schema.js";

describe("hostile values", () => {
  const json: JsonSchema = {
    $ref: "#/$defs/json",
    $defs: {
      json: {
        anyOf: [
          { type: ["null", "boolean", "number", "string"] },
          { type: "array", items: { $ref: "#/$defs/json" } },
          { type: "object", additionalProperties: { $ref: "#/$defs/json" } },
        ],
      },
    },
  };

  it.each<JsonSchema>([
    json,
    { not: { $ref: "#/$defs/json" }, $defs: json.$defs },
    { uniqueItems: true },
    { type: "array", items: { $ref: "#" } },
    { type: "array", contains: { type: "array", contains: { $ref: "#" } } },
  ])("are refused when nested too deeply: %j", (schema) => {
    expect(compileSchema(schema)(nest(100_000, (inner) => [inner], 1))).toMatchObject([{ path: "", keyword: "depth" }]);
  });

  it("may be nested deeply where the schema does not look", () => {
    expect(compileSchema({ items: {} })(nest(100_000, (inner) => [inner], 1))).toEqual([]);
    expect(compileSchema({ const: [[1]] })(nest(100_000, (inner) => [inner], 1))).toHaveLength(1);
  });

  it("pass up to 500 levels", () => {
    expect(compileSchema(json)(nest(500, (inner) => [inner], 1))).toEqual([]);
    expect(compileSchema(json)(nest(501, (inner) => [inner], 1))).toHaveLength(1);
  });

  it("are refused when they contain themselves", () => {
    const loop: { left?: unknown; right?: unknown } = {};
    loop.left = loop;
    loop.right = loop;
    const validate = compileSchema({ type: "object", properties: { left: { $ref: "#" }, right: { $ref: "#" } } });
    expect(validate(loop)).toMatchObject([{ keyword: "depth" }]);
  });

  it("cannot multiply the work by sharing an object", () => {
    const shared = nest(200, (inner) => ({ left: inner, right: inner }), {});
    const validate = compileSchema({ type: "object", properties: { left: { $ref: "#" }, right: { $ref: "#" } } });
    expect(validate(shared)).toEqual([]);
  });

  it("may be very long strings", () => {
    const text = "a".repeat(5_000_000);
    expect(compileSchema({ type: "string", maxLength: 10 })(text)).toHaveLength(1);
    expect(compileSchema({ type: "string", minLength: 4_000_000, maxLength: 6_000_000 })(text)).toEqual([]);
  });

  it.each<JsonSchema>([{ pattern: "^(?:a|b)*$" }, { not: { pattern: "^(?:a|b)*$" } }])(
    "are refused when the regular expression gives up on them: %j",
    (schema) => {
      expect(compileSchema(schema)("ab".repeat(10_000_000))).toMatchObject([{ keyword: "pattern" }]);
    },
  );

  it("may have very long keys", () => {
    const value = { ["ab".repeat(10_000_000)]: 1 };
    expect(compileSchema({ patternProperties: { "^(?:a|b)*$": false } })(value)).toMatchObject([
      { keyword: "pattern" },
    ]);
  });

  it.each(["date", "date-time", "duration", "email", "hostname", "ipv4", "ipv6", "regex", "time", "uri", "uuid"])(
    "do not keep the format %s busy",
    (format) => {
      const validate = compileSchema({ format });
      for (const part of ["a", "1", ".", ":", "-", "a.", "a@", "[", "(a", "%", "%2", '"', "\\", "P1Y", "é"]) {
        const text = part.repeat(300_000 / part.length);
        for (const start of ["", "2026-01-31T12:00:00.", "12:00:00.", "P", "a@", "a:", "http://", "http://[", '"']) {
          validate(start + text);
        }
      }
    },
    30_000,
  );

  it("may be large arrays of unique items", () => {
    const validate = compileSchema({ uniqueItems: true });
    const items = Array.from({ length: 100_000 }, (_, index) => (index % 2 === 0 ? index : { index }));
    expect(validate(items)).toEqual([]);
    expect(validate([...items, { index: 1 }])).toHaveLength(1);
  });

  it("cannot multiply the work by sets in sets", () => {
    const validate = compileSchema({ items: { $ref: "#" }, uniqueItems: true });
    const long = ["a".repeat(3_000_000)];
    expect(validate(nest(400, (inner) => [inner, "b"], long))).toEqual([]);
    const [issue] = validate(nest(400, (inner) => [inner, "b"], [long, [...long]]));
    expect(issue).toMatchObject({ keyword: "uniqueItems", path: "/0".repeat(400) });
  });

  it("cannot borrow properties from a prototype", () => {
    const validate = compileSchema({
      type: "object",
      properties: { constructor: { type: "string" } },
      required: ["toString"],
    });
    expect(validate({})).toMatchObject([{ keyword: "required" }]);
    expect(compileSchema({ properties: { toString: false, __proto__: false } })({})).toEqual([]);
  });

  it("cannot keep a pattern busy with text that is too long anyway", () => {
    const validate = compileSchema({ type: "string", maxLength: 20, pattern: "^(a+)+$" });
    expect(validate(`${"a".repeat(1000)}!`)).toMatchObject([{ keyword: "maxLength" }]);
    expect(validate("aaa!")).toMatchObject([{ keyword: "pattern" }]);
  });

  describe("that are regular expressions", () => {
    const regExp: JsonSchema = { type: "string", format: "regex", "x-ts": "RegExp" };

    it.each(["(a+)+$", ".*.*.*x", "(?:\\w|_)*\\-!"])("are refused if they can take very long: %s", (source) => {
      expect(compileSchema(regExp)(source)).toMatchObject([
        {
          path: "",
          keyword: "format",
          message: expect.stringMatching(
            /^expected a regular expression that is fast on every text, got one that .*: /,
          ),
        },
      ]);
      expect(compileSchema({ anyOf: [regExp, { type: "null" }] })(source)).toHaveLength(1);
    });

    it("are refused if they are long, without a look at them", () => {
      const messages = (source: string) => compileSchema(regExp)(source).map(({ message }) => message);
      const problem =
        "expected a regular expression that is fast on every text, got one of 1001 characters: write at most 1000";
      expect(messages("(".repeat(1001))).toEqual([problem]);
      expect(messages("a".repeat(1001))).toEqual([problem]);
      expect(messages("a".repeat(1000))).toEqual([]);
    });

    it("are said once to be none", () => {
      expect(compileSchema(regExp)("(").map(({ message }) => message)).toEqual([
        'expected a JavaScript regular expression, without slashes, got string "("',
      ]);
    });

    it("are not judged if they are the server's own", () => {
      expect(compileSchema(regExp, true)("(a+)+$")).toEqual([]);
    });

    it("never become one by another branch of a union that has them", () => {
      const schema: JsonSchema = { anyOf: [regExp, { type: "string", format: "uri", "x-ts": "URL" }] };
      const source = "x:(a+)+$";
      expect(compileSchema(schema)(source)).toEqual([]);
      expect(createDecoder(schema)?.(source)).toEqual(new URL(source));
      expect(createDecoder(schema)?.("x.*")).toEqual(/x.*/u);
    });

    it("are not too many, because each takes a while to judge", () => {
      const validate = compileSchema({ type: "array", items: regExp });
      const patterns = (count: number) => Array.from({ length: count }, (_, at) => `${at}a*`);
      expect(validate([...patterns(50), ...patterns(50)])).toEqual([]);
      expect(validate(patterns(51))).toMatchObject([
        { message: expect.stringContaining("at most 50 different texts") },
      ]);
    });
  });

  it("have few enough digits to calculate with, unless they are the server's own", () => {
    const bigint: JsonSchema = { type: "string", pattern: "^-?[0-9]+$", "x-ts": "bigint" };
    expect(compileSchema(bigint)("9".repeat(10_000))).toEqual([]);
    expect(compileSchema(bigint)("9".repeat(10_001))).toMatchObject([
      { keyword: "maxLength", message: expect.stringContaining("expected an integer of at most 10000 digits") },
    ]);
    expect(compileSchema(bigint, true)("9".repeat(200_000))).toEqual([]);
  });

  it.each([
    ["9999-12-31T23:59:59-00:01", false],
    ["9999-12-31T23:59:60Z", false],
    ["0000-01-01T00:00:00+00:01", false],
    ["9999-12-31T23:59:59.999Z", true],
    ["0000-01-01T00:00:00Z", true],
    ["0001-01-01T00:00:00+23:59", true],
    [`2026-01-31T12:00:00.${"1".repeat(100_000)}Z`, true],
    ["2026-01-31t12:00:00z", true],
  ])("are dates only if they can be written back: %s", (text, isWritable) => {
    const date: JsonSchema = { type: "string", format: "date-time", "x-ts": "Date" };
    const issues = compileSchema(date)(text);
    expect(issues.map(({ message }) => message)).toEqual(
      isWritable ? [] : [`expected a date from the year 0 to the year 9999 in UTC, got string "${text}"`],
    );
    if (!isWritable) return;
    const written = createEncoder(date)(createDecoder(date)?.(text));
    expect(compileSchema(date)(written)).toEqual([]);
  });

  it("cannot hide in __proto__", () => {
    const value: unknown = JSON.parse('{"__proto__": {"admin": true}, "constructor": 1}');
    expect(compileSchema({ additionalProperties: false })(value)).toMatchObject([
      { path: "/__proto__" },
      { path: "/constructor" },
    ]);
    const properties: unknown = JSON.parse('{"__proto__": {"type": "string"}}');
    expect(compileSchema({ properties })(value)).toMatchObject([{ path: "/__proto__", keyword: "type" }]);
    expect(compileSchema({ required: ["__proto__"] })({})).toHaveLength(1);
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });

  it("cannot make a union check twice at each level", () => {
    const node = (extra: JsonSchema) => ({ type: "object", properties: { next: { $ref: "#" }, ...extra } });
    const validate = compileSchema({ anyOf: [node({ a: { type: "string" } }), node({ b: { type: "string" } })] });
    expect(validate(nest(300, (next) => ({ next, a: 1 }), {}))).toEqual([]);
    expect(validate(nest(300, (next) => ({ next, a: 1 }), 5))).not.toEqual([]);
    expect(validate(nest(300, (next) => ({ next, a: 1, b: 1 }), {}))).not.toEqual([]);
  });
});

function nest(levels: number, wrap: (inner: unknown) => unknown, core: unknown): unknown {
  let value = core;
  for (let level = 0; level < levels; level += 1) value = wrap(value);
  return value;
}
