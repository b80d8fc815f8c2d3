import type OpenaiCompletion from "./server.js";

type Value = ReturnType<OpenaiCompletion["give"]>;

export const accepts: readonly Value[] = [
  {
    id: "1",
    object: "chat.completion",
    created: 1,
    model: "m",
    choices: [
      { index: 0, finish_reason: "stop", logprobs: null, message: { role: "assistant", content: "Hi", refusal: null } },
    ],
  },
];

export const rejects: readonly unknown[] = [{ id: "1" }];
