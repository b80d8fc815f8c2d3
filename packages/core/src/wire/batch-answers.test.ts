import { expect, it } from "vitest";
import { BatchAnswers } from "./batch-answers.js";
import { jsonRpcError } from "./json-rpc-error.js";

const answer = (id: number, text: string) => ({ jsonrpc: "2.0", id, result: { text } }) as const;

it("writes the refusals and all answers as one array", () => {
  const answers = new BatchAnswers([jsonRpcError("invalid-request", "no", { id: 9 })], 1_000);
  expect(answers.isEmpty).toBe(false);
  answers.add(answer(1, "a"));
  expect(JSON.parse(answers.text)).toMatchObject([{ id: 9 }, answer(1, "a")]);
});

it("is empty without any", () => {
  const answers = new BatchAnswers([], 1_000);
  expect([answers.isEmpty, answers.text]).toEqual([true, "[]"]);
});

it("replaces answers beyond its size by errors that say so, and takes smaller ones that fit", () => {
  const answers = new BatchAnswers([], 1_000);
  for (const [id, size] of [600, 600, 200].entries()) answers.add(answer(id, "x".repeat(size)));
  expect(JSON.parse(answers.text)).toEqual([
    answer(0, "x".repeat(600)),
    {
      jsonrpc: "2.0",
      id: 1,
      error: { code: -32603, message: expect.stringMatching(/1000 bytes.*limits\.maxBatchSize/) },
    },
    answer(2, "x".repeat(200)),
  ]);
});
