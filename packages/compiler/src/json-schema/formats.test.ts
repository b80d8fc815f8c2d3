import { expect, it } from "vitest";
import { FORMATS as ASSERTED } from "../../../core/src/formats/index.js";
import { FORMATS } from "./formats.js";

it("includes every format that the server checks", () => {
  expect([...ASSERTED.keys()].filter((name) => !FORMATS.has(name))).toEqual([]);
});
