import { expect } from "vitest";
import type { HttpConnection } from "../../support/http-connection.js";
import type { LineConnection } from "../../support/line-connection.js";
import { LEGACY_REVISIONS, MODERN } from "../../support/revisions.js";
import type { Group } from "../contract.js";
import { EVERY, listen, subscriptionOf, textOf } from "./words.js";

/** Clients such as claude.ai's give every request the same id. */
export const ids: Group<LineConnection | HttpConnection> = {
  title: "Requests with the same id",
  revisions: EVERY,
  only: {
    ways: ["stdio", "fetch", "stateless fetch", "node"],
    because: "In memory, programs talk to the SDK's server directly, and each request needs its own id.",
  },
  requirements: {
    "id-of-the-client": {
      says: "passes methods the id that the client gave, in its original type",
      async run({ open }) {
        const client = await open({ fixture: "calls" });
        for (const id of [1, "1", "2", 0, "", -7, 2 ** 40]) {
          await client.send({ id, method: "tools/call", params: client.params({ name: "id", arguments: {} }) });
          expect(textOf(await client.answer(id))).toBe(JSON.stringify(id));
        }
      },
    },

    "same-id": {
      says: "answers each of several requests with the same id, in the form of the revision",
      async run({ open, revision }) {
        const client = await open({ fixture: "calls" });
        for (const [ms, tag] of [
          [500, "A"],
          [30, "B"],
          [800, "C"],
        ] as const) {
          await client.send(slowly(client, "x", ms, tag));
        }
        await client.message((message) => textOf(message) === "C");
        const answers = client.messages().filter(({ id }) => id === "x");
        expect(answers.map(textOf)).toEqual(["B", "A", "C"]);
        const areStructured = answers.every(({ result }) => "structuredContent" in (result ?? {}));
        expect(areStructured).toBe(revision >= "2025-06-18");
      },
    },

    "same-id-cancelled": {
      says: "cancels the latest of several requests with the same id, and continues the others",
      revisions: LEGACY_REVISIONS,
      async run({ open }) {
        const client = await open();
        const id = `same-${client.newId()}`;
        const call = (name: string, args: object) =>
          client.send({ id, method: "tools/call", params: { name, arguments: args } });
        await call("slow", { ms: 200 });
        await client.logged(`slowly ${id}\n`);
        await call("hang", {});
        await client.logged(`hanging ${id}\n`);
        await client.cancel(id);
        await client.cancel("nobody's");
        await client.logged(`aborted ${id}\n`);
        expect(textOf(await client.answer(id))).toBe("200");
        await client.request("ping");
        expect(client.messages().filter((message) => message.id === id)).toHaveLength(1);
      },
    },

    "same-id-subscription": {
      says: "distinguishes a subscription from calls with the same id",
      revisions: [MODERN],
      async run({ open }) {
        const client = await open({ fixture: "calls" });
        const id = "my subscription";
        await listen(client, id, { resourceSubscriptions: ["calls://thing"] });
        await client.send(slowly(client, id, 200, "A"));
        await client.send(slowly(client, id, 50, "B"));
        await client.message((message) => textOf(message) === "A");
        expect(client.messages().flatMap((message) => (message.id === id ? [textOf(message)] : []))).toEqual([
          "B",
          "A",
        ]);
        await client.call("touch", { uri: "calls://thing" });
        const updated = await client.message(({ method }) => method === "notifications/resources/updated");
        expect(subscriptionOf(updated)).toBe(id);
        await client.endServer();
        const ended = await client.message((message) => message.id === id && textOf(message) === undefined);
        expect(subscriptionOf(ended)).toBe(id);
      },
    },
  },
};

function slowly(client: LineConnection | HttpConnection, id: string, ms: number, tag: string): object {
  return { id, method: "tools/call", params: client.params({ name: "slow", arguments: { ms, tag } }) };
}
