import { expect } from "vitest";
import { modernParams } from "../../support/modern-message.js";
import { LEGACY_REVISIONS, MODERN } from "../../support/revisions.js";
import type { Group } from "../contract.js";
import { isInWords, legacyFrom } from "./words.js";

const LATEST = "2025-11-25";
const BOOK = "library://book/1";

export const legacy: Group = {
  title: "2025-11-25 and older",
  revisions: LEGACY_REVISIONS,
  requirements: {
    "initialize-echoes": {
      says: "accepts each version that it supports",
      async run({ client, revision }) {
        const [opened] = client.messages();
        expect(opened?.result).toMatchObject({ protocolVersion: revision, serverInfo: { name: expect.any(String) } });
      },
    },

    "initialize-falls-back": {
      says: "answers any other version with 2025-11-25",
      async run({ open }) {
        for (const revision of ["1999-01-01", MODERN]) {
          const connection = await open({ isSilent: true });
          expect((await connection.initialize(revision)).result?.protocolVersion).toBe(LATEST);
        }
      },
    },

    "initialize-invalid": {
      says: "answers `initialize` without its params with -32602, and accepts another one",
      async run({ open, revision }) {
        const connection = await open({ isSilent: true });
        expect(await connection.ask("initialize", {})).toMatchObject({ error: { code: -32602 } });
        expect((await connection.initialize()).result?.protocolVersion).toBe(revision);
      },
    },

    "ping-before-initialized": {
      says: "answers `ping`, and sends nothing else, before it receives `notifications/initialized`",
      async run({ open, revision }) {
        const connection = await open({ isSilent: true });
        const clientInfo = { name: "c", version: "1" };
        await connection.ask("initialize", { protocolVersion: revision, capabilities: {}, clientInfo });
        expect((await connection.request("ping")).result).toEqual({});
        expect(connection.messages()).toHaveLength(2);
      },
    },

    "ping-exactly-empty": {
      says: "answers `ping` with `{}`",
      async run({ client }) {
        expect((await client.request("ping")).result).toEqual({});
      },
    },

    "discover-then-initialize": {
      says: "accepts `initialize` after `server/discover`",
      async run({ open, revision }) {
        const connection = await open({ isSilent: true });
        const { result } = await connection.ask("server/discover", modernParams({}));
        expect(result).toHaveProperty("supportedVersions");
        expect((await connection.initialize()).result?.protocolVersion).toBe(revision);
        expect((await connection.request("ping")).result).toEqual({});
      },
    },

    "modern-methods-unknown": {
      says: "answers `server/discover` and `subscriptions/listen` with -32601",
      async run({ client }) {
        for (const method of ["server/discover", "subscriptions/listen"]) {
          expect((await client.request(method, {})).error?.code).toBe(-32601);
        }
      },
    },

    "no-modern-fields": {
      says: "sends no field that exists only in 2026-07-28",
      async run({ client }) {
        const reads = [
          client.request("tools/list"),
          client.request("prompts/list"),
          client.request("resources/list"),
          client.request("resources/read", { uri: "protocol://text" }),
          client.call("point"),
        ];
        for (const { result } of await Promise.all(reads)) {
          for (const field of ["resultType", "ttlMs", "cacheScope", "_meta"]) expect(result).not.toHaveProperty(field);
        }
      },
    },

    "set-level": {
      says: "answers `logging/setLevel` with `{}`, and logs at that level and above",
      async run({ client }) {
        expect((await client.request("logging/setLevel", { level: "error" })).result).toEqual({});
        const before = client.told("notifications/message").length;
        await client.call("say");
        const told = client.told("notifications/message").slice(before);
        expect(told.map(({ params }) => params?.level)).toEqual(["error"]);
      },
    },

    "set-level-invalid": {
      says: "answers an unknown level with -32602 and a readable message",
      async run({ client }) {
        const { error } = await client.request("logging/setLevel", { level: "loud" });
        expect(error?.code).toBe(-32602);
        expect(error?.message).toSatisfy(isInWords);
      },
    },

    "subscribe-invalid": {
      says: "answers `resources/subscribe` without its params with -32602 and a readable message",
      async run({ client }) {
        for (const params of [{}, { uri: 2 }]) {
          const { error } = await client.request("resources/subscribe", params);
          expect(error?.code).toBe(-32602);
          expect(error?.message).toSatisfy(isInWords);
        }
      },
    },

    "subscribe-updated": {
      says: "notifies of changes to subscribed resources, and only to these",
      async run({ client }) {
        const uri = "protocol://text";
        const touch = (touched: string) => client.call("touch", { uri: touched });
        const told = () => client.told("notifications/resources/updated").map(({ params }) => params);
        await touch(uri);
        expect((await client.request("resources/subscribe", { uri })).result).toEqual({});
        await touch("protocol://items/1");
        await touch(uri);
        await client.message(({ method }) => method === "notifications/resources/updated");
        expect((await client.request("resources/unsubscribe", { uri })).result).toEqual({});
        await touch(uri);
        expect(told()).toEqual([{ uri }]);
      },
    },

    "subscribe-watches": {
      says: "watches a resource for as long as a client subscribes to it",
      async run({ open }) {
        const client = await open({ fixture: "library" });
        const watched = async () => JSON.stringify((await client.call("watched")).result?.content);
        await client.request("resources/subscribe", { uri: BOOK });
        await expect.poll(watched).toContain(BOOK);
        await client.call("change", { id: "1" });
        const { params } = await client.message(({ method }) => method === "notifications/resources/updated");
        expect(params).toEqual({ uri: BOOK });
        await client.request("resources/unsubscribe", { uri: BOOK });
        await expect.poll(watched).not.toContain(BOOK);
      },
    },

    "list-changed": {
      says: "notifies when a list has changed",
      async run({ open }) {
        const client = await open();
        await client.call("offer", { point: false });
        await client.message(({ method }) => method === "notifications/tools/list_changed");
        expect((await client.call("point")).error?.code).toBe(-32602);
        await client.call("offer", { point: true });
        expect(await client.call("point")).toHaveProperty("result");
      },
    },

    "server-requests": {
      says: "asks by requests, and ignores answers to requests that it did not send",
      revisions: legacyFrom("2025-06-18"),
      async run({ open }) {
        const client = await open({ capabilities: { elicitation: {} } });
        const asked = client.call("ask");
        const question = await client.message(({ method }) => method === "elicitation/create");
        expect(question.params).toMatchObject({ message: "Who is there?" });
        await client.send({ id: 987_654, result: {} });
        await client.send({ id: question.id, result: { action: "accept", content: { name: "Ada" } } });
        expect((await asked).result).toMatchObject({ content: [{ text: "Hello Ada" }] });
      },
    },

    "no-question-without-capability": {
      says: "does not ask a client that cannot answer, and reports the failed call with `isError`",
      async run({ client }) {
        expect((await client.call("ask")).result).toMatchObject({ isError: true });
        expect((await client.call("think")).result).toMatchObject({ isError: true });
        expect(client.told("elicitation/create")).toEqual([]);
      },
    },
  },
};
