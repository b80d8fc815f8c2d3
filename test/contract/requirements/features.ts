import { expect } from "vitest";
import { MODERN } from "../../support/revisions.js";
import type { Message } from "../../support/wire-schemas.js";
import type { Group } from "../contract.js";
import { EVERY, isInWords, legacyFrom } from "./words.js";

/** Methods, and the member that their result has in every revision. */
const METHODS: readonly [method: string, params: object, member: string][] = [
  ["tools/list", {}, "tools"],
  ["tools/call", { name: "point", arguments: {} }, "content"],
  ["resources/list", {}, "resources"],
  ["resources/templates/list", {}, "resourceTemplates"],
  ["resources/read", { uri: "protocol://text" }, "contents"],
  ["resources/read", { uri: "protocol://items/1" }, "contents"],
  ["prompts/list", {}, "prompts"],
  ["prompts/get", { name: "letter", arguments: { topic: "sums" } }, "messages"],
  ["prompts/get", { name: "attached" }, "messages"],
];

export const features: Group = {
  title: "Tools, resources and prompts",
  revisions: EVERY,
  requirements: {
    "each-method": {
      says: "answers each method of the capabilities that it declares",
      async run({ client }) {
        for (const [method, params, member] of METHODS) {
          expect((await client.request(method, params)).result).toHaveProperty(member);
        }
      },
    },

    undeclared: {
      says: "answers methods of capabilities that it does not declare with -32601",
      async run({ open, isModern }) {
        const connection = await open({ fixture: "unprompted" });
        if (isModern) await connection.request("server/discover");
        expect(connection.messages()[0]?.result?.capabilities).toHaveProperty("tools");
        expect(connection.messages()[0]?.result?.capabilities).not.toHaveProperty("prompts");
        for (const method of ["prompts/list", "prompts/get", "completion/complete"]) {
          expect((await connection.request(method, { name: "a" })).error?.code).toBe(-32601);
        }
      },
    },

    "bad-params": {
      says: "answers invalid params with -32602 and a readable message",
      async run({ client }) {
        for (const [method, params] of [
          ["tools/call", { name: 1 }],
          ["tools/call", { name: "echo", arguments: "text" }],
          ["prompts/get", {}],
          ["resources/read", { uri: 2 }],
          ["completion/complete", { ref: 3 }],
          ["completion/complete", { ref: {} }],
          ["tools/list", { cursor: 7 }],
        ] as const) {
          const { error } = await client.request(method, params);
          expect(error?.code).toBe(-32602);
          expect(error?.message).toSatisfy(isInWords);
        }
      },
    },

    "unknown-tool": {
      says: "answers the call of an unknown tool with -32602",
      async run({ client }) {
        expect(await client.call("none")).toMatchObject({ error: { code: -32602 } });
      },
    },

    "tool-failure": {
      says: "reports a failed call with `isError`, and does not reveal the error",
      async run({ client }) {
        const { result } = await client.call("fail");
        expect(result).toMatchObject({ isError: true });
        expect(JSON.stringify(result)).not.toContain("db host");
      },
    },

    "argument-failure": {
      says: "reports invalid arguments with `isError`, before 2025-11-25 with -32602",
      async run({ client, revision }) {
        const answer = await client.call("add", { a: "1" });
        if (revision >= "2025-11-25") expect(answer.result).toMatchObject({ isError: true });
        else expect(answer.error?.code).toBe(-32602);
      },
    },

    "resource-not-found": {
      says: "answers a missing resource with -32602 and its URI, before 2026-07-28 with -32002",
      async run({ client, isModern }) {
        const code = isModern ? -32602 : -32002;
        for (const uri of ["protocol://none", "protocol://items/none"]) {
          const { error } = await client.request("resources/read", { uri });
          expect(error).toMatchObject({ code, data: { uri } });
        }
      },
    },

    "bad-cursor": {
      says: "answers a cursor that it did not create with -32602, on each list",
      async run({ client }) {
        for (const method of ["tools/list", "prompts/list", "resources/list", "resources/templates/list"]) {
          const answer = await client.request(method, { cursor: "none of yours" });
          expect(answer).toMatchObject({ error: { code: -32602 } });
        }
      },
    },

    "unknown-prompt": {
      says: "answers an unknown prompt, and one whose arguments are missing or not strings, with -32602",
      async run({ client }) {
        for (const prompt of [
          { name: "none" },
          { name: "letter", arguments: {} },
          { name: "letter", arguments: { topic: 3 } },
        ]) {
          expect(await client.request("prompts/get", prompt)).toMatchObject({ error: { code: -32602 } });
        }
      },
    },

    completion: {
      says: "completes arguments, and answers an unknown prompt or argument with -32602",
      async run({ client }) {
        const complete = (name: string, argument: string) => {
          const ref = { type: "ref/prompt", name };
          return client.request("completion/complete", { ref, argument: { name: argument, value: "k" } });
        };
        expect((await complete("letter", "tone")).result).toMatchObject({ completion: { values: ["kind"] } });
        for (const [name, argument] of [
          ["none", "tone"],
          ["letter", "none"],
        ] as const) {
          expect(await complete(name, argument)).toMatchObject({ error: { code: -32602 } });
        }
      },
    },

    "tool-definitions": {
      says: "lists tools with a valid name, a description and an object schema",
      async run({ client }) {
        const { result } = await client.request("tools/list", {});
        for (const { name, description, inputSchema } of listOf(result, "tools")) {
          expect(name).toMatch(/^[\w.-]{1,128}$/);
          expect(description).toMatch(/./);
          expect(inputSchema).toMatchObject({ type: "object" });
          expect(JSON.stringify(inputSchema)).not.toContain("x-ts");
        }
      },
    },

    "stable-lists": {
      says: "lists in the same order each time",
      async run({ client }) {
        const list = async () => (await client.request("tools/list", {})).result;
        expect(await list()).toEqual(await list());
      },
    },

    "pages-of-a-list": {
      says: "returns a list in pages, and refuses the cursor of another list",
      async run({ open }) {
        const connection = await open({ fixture: "libraries" });
        const pages: unknown[][] = [];
        let cursor: unknown;
        do {
          const { result } = await connection.request("prompts/list", cursor === undefined ? {} : { cursor });
          pages.push(listOf(result, "prompts").map(({ name }) => name));
          cursor = result?.nextCursor;
        } while (cursor !== undefined);
        expect(pages).toEqual([["old_recommend", "shelf_ask"]]);
        const { result } = await connection.request("tools/list", {});
        expect(result?.tools).toHaveLength(2);
        const next = { cursor: result?.nextCursor };
        expect((await connection.request("tools/list", next)).result?.tools).toHaveLength(2);
        expect((await connection.request("resources/list", next)).error?.code).toBe(-32602);
      },
    },

    "content-of-every-kind": {
      says: "sends content of every kind in the form of the revision",
      async run({ client, revision }) {
        const { result } = await client.call("content");
        const kinds = listOf(result, "content")
          .map(({ type }) => type)
          .join(" ");
        if (revision >= "2025-06-18") expect(kinds).toBe("text image audio resource_link resource");
        else if (revision === "2025-03-26") expect(kinds).toBe("text image audio text resource");
        else expect(kinds).toBe("text image resource text resource");
      },
    },

    "natural-output": {
      says: "sends structured content of any type unchanged",
      revisions: [MODERN],
      async run({ client }) {
        const { result } = await client.call("add", { a: 1, b: 2 });
        expect(result).toMatchObject({ structuredContent: 3, content: [{ text: "3" }] });
      },
    },

    "wrapped-output": {
      says: 'sends structured content that is not an object as `{ "result": … }`, and none before 2025-06-18',
      revisions: legacyFrom("2024-11-05"),
      async run({ client, revision }) {
        const { result } = await client.call("add", { a: 1, b: 2 });
        expect(result?.content).toMatchObject([{ text: "3" }]);
        expect(result?.structuredContent).toEqual(revision < "2025-06-18" ? undefined : { result: 3 });
      },
    },

    progress: {
      says: "reports progress only for a token, with increasing values, and before the answer",
      async run({ client }) {
        const told = () => client.told("notifications/progress");
        const before = told().length;
        const tokens = [client.newId(), `token ${client.newId()}`];
        const answers = await Promise.all([
          ...tokens.map((progressToken) => client.call("steps", {}, { progressToken })),
          client.call("steps"),
        ]);
        const heard = told().slice(before);
        expect(new Set(heard.map(({ params }) => params?.progressToken))).toEqual(new Set(tokens));
        for (const [index, token] of tokens.entries()) {
          const own = heard.filter(({ params }) => params?.progressToken === token);
          const values = own.map(({ params }) => params?.progress as number);
          expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
          const order = client.messages();
          expect(order.indexOf(own.at(-1) as Message)).toBeLessThan(order.indexOf(answers[index] as Message));
        }
      },
    },
  },
};

function listOf(result: Message["result"], member: string): readonly Record<string, string>[] {
  return result?.[member] as Record<string, string>[];
}
