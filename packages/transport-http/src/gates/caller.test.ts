import type { Caller } from "@plainmcp/core";
import { describe, expect, test } from "vitest";
import { answerOf, modern } from "../../fixtures/messages.js";
import { Stage } from "../../fixtures/stage.js";
import { createEngineHandler } from "../handler.js";
import { type CallerOf, establishCaller } from "./caller.js";

const ECHO = modern(7, "tools/call", { name: "echo", arguments: { text: "hi" } });

/** Answers one request, whose caller the option returns, or the adapter. */
async function answerTo(option: CallerOf | undefined, adapter?: () => ReturnType<CallerOf>) {
  const errors: Error[] = [];
  const { fetch } = createEngineHandler(new Stage().engine, {
    ...(option && { caller: option }),
    onError: (error) => errors.push(error),
  });
  const request = new Request("http://localhost/mcp", ECHO);
  if (adapter) establishCaller(request, adapter);
  const response = await fetch(request);
  return { status: response.status, answer: await answerOf(response), errors };
}

describe.each<[string, (value: unknown) => ReturnType<typeof answerTo>]>([
  ["the option", (value) => answerTo(() => value as Caller)],
  ["the option, later", (value) => answerTo(async () => value as Caller)],
  ["an adapter", (value) => answerTo(undefined, () => value as Caller)],
])("what %s returns", (_, answerWith) => {
  test.each<[unknown, RegExp]>([
    [{}, /"subject" must be a text/],
    [{ subject: "" }, /"subject" must be a text/],
    [{ subject: 7 }, /"subject" must be a text/],
    ["ann", /"subject" must be a text/],
    [false, /"subject" must be a text/],
    [{ subject: "ann", issuer: 7 }, /"issuer" and "clientId" must be texts/],
    [{ subject: "ann", clientId: {} }, /"issuer" and "clientId" must be texts/],
    [{ subject: "ann", scopes: "read" }, /"scopes" must be an array of texts/],
    [{ subject: "ann", scopes: [7] }, /"scopes" must be an array of texts/],
  ])("is a failure of the server if it is no caller: %j", async (value, problem) => {
    const { status, answer, errors } = await answerWith(value);
    expect(status).toBe(500);
    expect(answer).toMatchObject({ error: { message: "Internal error." } });
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringMatching(problem) })]);
  });

  test.each([undefined, null, { subject: "ann" }, { subject: "ann", issuer: "x", clientId: "y", scopes: ["read"] }])(
    "may be %j",
    async (value) => {
      const { status, answer, errors } = await answerWith(value);
      expect([status, answer.result?.content, errors]).toEqual([200, [{ type: "text", text: "hi" }], []]);
    },
  );
});
