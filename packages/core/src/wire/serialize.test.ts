import { expect, test } from "vitest";
import { PreparedAnswer, serialize, withId } from "./serialize.js";

const RESULT = { tools: [] };
const answer = new PreparedAnswer("a", '{"tools":[]}', () => RESULT);

test.each([
  ["an answer that is known as text", answer, { jsonrpc: "2.0", id: "a", result: RESULT }],
  ["the same under another id", withId(answer, 7), { jsonrpc: "2.0", id: 7, result: RESULT }],
  ["any other answer", withId({ jsonrpc: "2.0", id: 1, result: {} }, 2), { jsonrpc: "2.0", id: 2, result: {} }],
  [
    "an error",
    withId({ jsonrpc: "2.0", id: 1, error: { code: 1, message: "x" } }, 2),
    { jsonrpc: "2.0", id: 2, error: { code: 1, message: "x" } },
  ],
])("%s", (_, message, expected) => {
  expect(JSON.parse(serialize(message))).toEqual(expected);
  // Whoever does not know better gets the same.
  expect(JSON.parse(JSON.stringify(message))).toEqual(expected);
});
