import { expect } from "vitest";
import type { WireClient } from "../../support/wire-client.js";
import type { Message } from "../../support/wire-schemas.js";
import type { Group } from "../contract.js";
import { EVERY, ONE_OF_EACH_ERA, textOf } from "./words.js";

/** Every place where a method can fail, as a request. @param how What it throws */
const PLACES: readonly [place: string, method: string, params: (how: string) => object][] = [
  ["a tool", "tools/call", (how) => ({ name: "fail", arguments: { how } })],
  ["a tool, later", "tools/call", (how) => ({ name: "later", arguments: { how } })],
  ["middleware", "tools/call", (how) => ({ name: "wrapped", arguments: { how } })],
  ["a resource", "resources/read", (how) => ({ uri: `failures://${how}` })],
  ["a prompt", "prompts/get", (how) => ({ name: "letter", arguments: { how } })],
  [
    "a completion",
    "completion/complete",
    (how) => ({ ref: { type: "ref/prompt", name: "letter" }, argument: { name: "how", value: how } }),
  ],
];

const TASKS = { extensions: { "io.modelcontextprotocol/tasks": {} } };
const MASKED = /^The server failed to answer \(.+\)\. Its log has the cause under reference \w{8}\.$/;

export const failures: Group = {
  title: "Errors of methods",
  revisions: ONE_OF_EACH_ERA,
  requirements: {
    "own-codes": {
      says: "answers a `ProtocolError` with its code, message and data, wherever it is thrown",
      revisions: EVERY,
      async run({ open }) {
        const client = await open({ fixture: "failures" });
        for (const [place, answer] of await failEverywhere(client, "coded")) {
          const data = { retryAfterSeconds: [60, null] };
          expect(answer.error, place).toEqual({ code: 4029, message: "The quota is used up.", data });
        }
        for (const [place, answer] of await failEverywhere(client, "invalid")) {
          const data = { uri: "failures://invalid" };
          expect(answer.error, place).toEqual({ code: -32602, message: "That cannot be.", data });
        }
      },
    },

    "reserved-codes": {
      says: "masks a `ProtocolError` whose code is reserved, and errors that were changed to what no client understands",
      async run({ open }) {
        const client = await open({ fixture: "failures" });
        for (const how of ["reserved", "changed", "mute"]) {
          for (const [place, answer] of await failEverywhere(client, how)) {
            expect(wordsOf(answer), place).toMatch(MASKED);
            expect(answer.error?.code ?? -32603, place).toBe(-32603);
          }
        }
      },
    },

    "masked-errors": {
      says: "gives a reference to the log in place of any other error",
      async run({ open }) {
        const client = await open({ fixture: "failures" });
        for (const [place, answer] of await failEverywhere(client, "plain")) {
          expect(wordsOf(answer), place).toMatch(MASKED);
        }
      },
    },

    "exposed-errors": {
      says: 'gives the message of an error, but not its stack, with `errors: "exposed"`',
      async run({ open }) {
        const client = await open({ fixture: "failures-exposed" });
        for (const [place, answer] of await failEverywhere(client, "plain")) {
          expect(wordsOf(answer), place).toBe("secret db host");
          expect(JSON.stringify(answer), place).not.toMatch(/ at /);
        }
        for (const [place, answer] of await failEverywhere(client, "refused")) {
          expect(wordsOf(answer), place).toBe("Not today.");
        }
      },
    },

    "translated-errors": {
      says: "gives the message of the `ToolError` that the function `errors` returns, and a reference if it returns none",
      async run({ open }) {
        const client = await open({ fixture: "failures-translated" });
        for (const [place, answer] of await failEverywhere(client, "plain")) {
          expect(wordsOf(answer), place).toBe("Translated: object.");
        }
        for (const [place, answer] of await failEverywhere(client, "reserved")) {
          expect(wordsOf(answer), place).toMatch(MASKED);
        }
        for (const [place, answer] of await failEverywhere(client, "coded")) {
          expect(answer.error?.code, place).toBe(4029);
        }
      },
    },

    "errors-of-tasks": {
      says: "ends a task with the error that the call would have had",
      revisions: ONE_OF_EACH_ERA.slice(0, 1),
      async run({ open }) {
        for (const [fixture, how, status, words] of [
          ["failures", "coded", "failed", "The quota is used up."],
          ["failures-exposed", "plain", "failed", "secret db host"],
          ["failures-translated", "plain", "completed", "Translated: object."],
        ] as const) {
          const client = await open({ fixture, capabilities: TASKS });
          const { result } = await client.call("work", { how });
          const ended = await endOf(client, result?.taskId);
          expect(ended?.status).toBe(status);
          expect(JSON.stringify(ended)).toContain(words);
          if (how === "coded") {
            expect(ended?.error).toMatchObject({ code: 4029, data: { retryAfterSeconds: [60, null] } });
          }
        }
      },
    },
  },
};

/** Has the server fail at each place, and returns its answers. */
async function failEverywhere(client: WireClient, how: string): Promise<readonly [place: string, answer: Message][]> {
  const answers: [string, Message][] = [];
  for (const [place, method, params] of PLACES) answers.push([place, await client.request(method, params(how))]);
  return answers;
}

function wordsOf(answer: Message): string | undefined {
  return answer.error?.message ?? textOf(answer);
}

/** Polls a task until it has ended. */
async function endOf(client: WireClient, taskId: unknown): Promise<Message["result"]> {
  for (;;) {
    const { result } = await client.request("tasks/get", { taskId });
    if (result?.status !== "working") return result;
  }
}
