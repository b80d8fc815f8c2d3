import { expect } from "vitest";
import type { WireClient } from "../../support/wire-client.js";
import type { Group } from "../contract.js";
import { ONE_OF_EACH_ERA, textOf } from "./words.js";

/** Arguments of the tool `book`, and what its method gets. */
const READ: readonly [sent: object, got: readonly unknown[]][] = [
  [{ city: "Oslo" }, ["Oslo", null, [], null]],
  [{ city: "Oslo", beds: "2", colour: "red" }, ["Oslo", 2, [], null]],
  [{ city: "Oslo", beds: null, since: null }, ["Oslo", null, [], null]],
  [
    { city: "7", stays: '[{"nights":"3","breakfast":"true","x":1}]' },
    ["7", null, [{ nights: 3, breakfast: true }], null],
  ],
  [{ town: "Oslo", since: "2026-01-31T12:00:00Z" }, ["Oslo", null, [], "2026-01-31T12:00:00.000Z"]],
];

const ADDED = { toolCallId: "call_1", sessionId: "s", chatInput: "hi", wait_for_previous: true };

export const givenArguments: Group = {
  title: "Arguments that do not quite fit",
  revisions: ONE_OF_EACH_ERA,
  requirements: {
    "lenient-arguments": {
      says: 'reads what does not fit as it was meant, and drops what a tool does not know, with `arguments: "lenient"`',
      async run({ open }) {
        const client = await open({ fixture: "lenient" });
        for (const [sent, got] of READ) expect(JSON.parse(await callOf(client, "book", sent))).toEqual(got);
        expect(await callOf(client, "book", { city: 7, beds: "3" })).toMatch(
          /arguments\.city: expected string, got number 7\n(?:.*\n)?arguments\.beds: expected one of 1, 2, got string "3"/,
        );
      },
    },

    "strict-arguments": {
      says: "refuses them otherwise",
      async run({ open }) {
        const client = await open({ fixture: "lenient" });
        expect(await callOf(client, "cancel", { id: "b7", reason: "ill" })).toContain("arguments.reason");
        expect(await callOf(client, "cancel", { id: "b7", action: null })).toContain("arguments.action");
      },
    },

    aliases: {
      says: "takes an argument under its second name, which it does not list, and refuses both names at once",
      async run({ open }) {
        const client = await open({ fixture: "lenient" });
        expect(await callOf(client, "cancel", { booking: "b7" })).toBe("b7 none");
        expect(await callOf(client, "cancel", { id: "b7", booking: "b8" })).toContain('"id" and "booking", got both');
        expect(JSON.stringify((await client.request("tools/list", {})).result)).not.toMatch(/"(?:booking|town)"/);
      },
    },

    "host-arguments": {
      says: "drops what a host adds to all calls, unless the tool has an argument of that name",
      async run({ open }) {
        const client = await open({ fixture: "lenient" });
        expect(await callOf(client, "cancel", { id: "b7", ...ADDED })).toBe("b7 none");
        expect(await callOf(client, "cancel", { id: "b7", action: "sendMessage", ...ADDED })).toBe("b7 sendMessage");
      },
    },
  },
};

async function callOf(client: WireClient, name: string, args: object): Promise<string> {
  const answer = await client.call(name, args);
  return answer.error?.message ?? textOf(answer) ?? "";
}
