import { expect } from "vitest";
import { MODERN } from "../../support/revisions.js";
import type { WireClient } from "../../support/wire-client.js";
import type { Group, Trial } from "../contract.js";
import { EVERY, listen, ONE_OF_EACH_ERA, textOf } from "./words.js";

const FIXTURE = { fixture: "run-time" } as const;
const NOTES = "shelf://note/{id}{?lang}";

export const runTime: Group = {
  title: "What is known only at run time",
  revisions: ONE_OF_EACH_ERA,
  requirements: {
    "dynamic-tools": {
      says: "lists dynamic tools after those of classes, checks their arguments and results, and masks their errors",
      async run({ open, isModern }) {
        const client = await open(FIXTURE);
        const tools = await namesOf(client, "tools");
        expect(tools.indexOf("double")).toBeGreaterThan(tools.indexOf("write"));
        const double = async (args: object) => (await client.call("double", args)).result;
        const sum = isModern ? 8 : { result: 8 };
        expect(await double({ n: 4 })).toMatchObject({ structuredContent: sum, content: [{ text: "8" }] });
        for (const args of [{}, { n: -1 }, { n: "4" }, { n: 4, more: true }]) {
          expect(await double(args)).toMatchObject({ isError: true });
        }
        expect(await double({ n: 4, more: true })).toMatchObject({
          content: [{ text: expect.stringContaining("more") }],
        });
        for (const n of [13, 150]) {
          const failed = await double({ n });
          expect(failed).toMatchObject({ isError: true });
          expect(JSON.stringify(failed)).not.toContain("secret");
        }
        expect((await client.call("quick")).result).toMatchObject({
          content: [{ text: expect.stringContaining("20 ms") }],
        });
      },
    },

    "dynamic-resources": {
      says: "lists, reads, matches and completes dynamic resources and templates",
      async run({ open }) {
        const client = await open(FIXTURE);
        const read = async (uri: string) => (await client.request("resources/read", { uri })).result?.contents;
        const listed = (await client.request("resources/list")).result?.resources as readonly {
          readonly uri: string;
        }[];
        expect(listed.map(({ uri }) => uri)).toEqual(expect.arrayContaining(["shelf://all", "shelf://note/a"]));
        expect(await read("shelf://all")).toMatchObject([{ text: expect.stringContaining("a") }]);
        expect(await read("shelf://note/a?lang=en")).toMatchObject([{ mimeType: "text/plain", text: "first en" }]);
        expect(await read("shelf://note/none")).toBeUndefined();
        const ref = { type: "ref/resource", uri: NOTES };
        const completed = await client.request("completion/complete", { ref, argument: { name: "id", value: "a" } });
        expect(completed.result).toMatchObject({ completion: { values: ["a"] } });
      },
    },

    "dynamic-prompts": {
      says: "gets and completes dynamic prompts, and refuses wrong arguments with -32602",
      async run({ open }) {
        const client = await open(FIXTURE);
        const get = (args: object) => client.request("prompts/get", { name: "ask", arguments: args });
        expect(await namesOf(client, "prompts")).toEqual(["ask"]);
        expect((await get({ topic: "sums" })).result).toMatchObject({
          description: "Asks about a topic.",
          messages: [{ role: "user", content: { text: "About sums, plainly" } }],
        });
        for (const args of [{}, { topic: "sums", more: "x" }])
          expect(await get(args)).toMatchObject({ error: { code: -32602 } });
        const ref = { type: "ref/prompt", name: "ask" };
        const context = { arguments: { topic: "sums" } };
        const argument = { name: "tone", value: "kind " };
        const { result } = await client.request("completion/complete", { ref, argument, context });
        expect(result).toMatchObject({ completion: { values: ["kind sums"] } });
      },
    },

    "dynamic-added": {
      says: "serves what is added while clients are connected, and not what is removed",
      async run({ open }) {
        const client = await open(FIXTURE);
        const name = `tool-${client.newId()}`;
        expect(textOf(await client.call("add", { name }))).toBe("added");
        expect(await namesOf(client, "tools")).toContain(name);
        await client.call("remove", { name });
        expect(await namesOf(client, "tools")).not.toContain(name);
        expect(await client.call(name)).toMatchObject({ error: { code: -32602 } });
      },
    },

    "dynamic-told": {
      says: "notifies clients of what is added and removed",
      async run(trial) {
        const client = await openHearing(trial, { toolsListChanged: true });
        const told = () => client.told("notifications/tools/list_changed").length;
        const name = `tool-${client.newId()}`;
        await client.call("add", { name });
        await expect.poll(told).toBe(1);
        await client.call("remove", { name });
        await expect.poll(told).toBe(2);
      },
    },

    "dynamic-refused": {
      says: "keeps its tools if one that is added is invalid or exists already",
      async run({ open }) {
        const client = await open(FIXTURE);
        const before = await namesOf(client, "tools");
        expect(textOf(await client.call("add", { name: "double" }))).toContain('already has a tool "double"');
        expect(textOf(await client.call("add", { name: "write" }))).toContain('already has a tool "write"');
        expect(textOf(await client.call("add", { name: "no name" }))).toContain("A-Z a-z 0-9");
        expect(await namesOf(client, "tools")).toEqual(before);
      },
    },

    "dynamic-removed-while-running": {
      says: "lets a call finish whose tool is removed",
      async run({ open }) {
        const client = await open(FIXTURE);
        const name = `tool-${client.newId()}`;
        await client.call("add", { name });
        const running = client.call(name);
        await client.call("remove", { name });
        const finish = async () => textOf(await client.call("finish", { name }));
        await expect.poll(finish).toBe("true");
        expect(textOf(await running)).toBe("finished");
      },
    },

    "told-of-list": {
      says: "notifies clients of a list that the author says has changed, and of no other",
      async run(trial) {
        const client = await openHearing(trial, { toolsListChanged: true, resourcesListChanged: true });
        const id = `n${client.newId()}`;
        await client.call("write", { id, text: "new" });
        await client.message(({ method }) => method === "notifications/resources/list_changed");
        const { result } = await client.request("resources/list");
        expect(result?.resources).toContainEqual(expect.objectContaining({ uri: `shelf://note/${id}` }));
        expect(client.told("notifications/tools/list_changed")).toEqual([]);
      },
    },

    "watched-uris": {
      says: "knows to which of its resources clients are subscribed",
      async run({ open, isModern }) {
        const client = await open(FIXTURE);
        const uris = ["run-time://text", `shelf://note/${client.newId()}`];
        const watched = async () => JSON.parse(textOf(await client.call("watched")) ?? "[]") as readonly string[];
        const own = async () => (await watched()).filter((uri) => uris.includes(uri));
        const id = client.newId();
        if (isModern) await listen(client, id, { resourceSubscriptions: [...uris, "other://x"] });
        else for (const uri of uris) await client.request("resources/subscribe", { uri });
        await expect.poll(own).toEqual(uris);
        expect(await watched()).not.toContain("other://x");
        if (isModern) await client.cancel(id);
        else for (const uri of uris) await client.request("resources/unsubscribe", { uri });
        await expect.poll(own).toEqual([]);
      },
    },

    "hidden-tools": {
      says: "leaves out tools that need what a legacy client lacks, if the server hides them, and lists them in 2026-07-28",
      revisions: EVERY,
      async run({ open, isModern }) {
        const [without, having] = [await open(FIXTURE), await open({ ...FIXTURE, capabilities: { elicitation: {} } })];
        expect((await namesOf(without, "tools")).includes("form")).toBe(isModern);
        expect((await namesOf(having, "tools")).includes("form")).toBe(true);
        expect(textOf(await having.call("form"))).toBe("filled in");
        const refused = await without.call("form");
        if (isModern) expect(refused).toMatchObject({ error: { code: -32021 } });
        else expect(refused.result).toMatchObject({ isError: true });
      },
    },

    "server-looks": {
      says: "says where it comes from and how it looks, when a client connects, since 2025-11-25",
      revisions: EVERY,
      async run({ open, isModern, revision }) {
        const client = await open(FIXTURE);
        const { result } = isModern ? await client.request("server/discover") : (client.messages()[0] ?? {});
        const { "io.modelcontextprotocol/serverInfo": meta } = (result?._meta ?? {}) as Readonly<
          Record<string, unknown>
        >;
        const looks = { websiteUrl: "https://example.com/run-time", icons: [{ sizes: ["48x48"] }] };
        const info = isModern ? meta : result?.serverInfo;
        expect(info).toHaveProperty("name");
        if (revision >= "2025-11-25") expect(info).toMatchObject(looks);
        else for (const field of Object.keys(looks)) expect(info).not.toHaveProperty(field);
      },
    },

    "looks-once": {
      says: "does not repeat its icons with every result",
      revisions: [MODERN],
      async run({ open }) {
        const client = await open(FIXTURE);
        for (const [method, params] of [
          ["tools/list", {}],
          ["tools/call", { name: "double", arguments: { n: 1 } }],
        ] as const) {
          const { result } = await client.request(method, params);
          const { "io.modelcontextprotocol/serverInfo": info } = (result?._meta ?? {}) as Readonly<
            Record<string, unknown>
          >;
          expect(info).toHaveProperty("name");
          expect(info).not.toHaveProperty("icons");
        }
      },
    },
  },
};

/** Connects a client that is told of changes. */
async function openHearing({ open, isModern }: Trial, notifications: object): Promise<WireClient> {
  const client = await open(FIXTURE);
  if (isModern) await listen(client, client.newId(), notifications);
  return client;
}

async function namesOf(client: WireClient, kind: "tools" | "prompts"): Promise<readonly string[]> {
  const { result } = await client.request(`${kind}/list`);
  const listed = result?.[kind] as readonly { readonly name: string }[] | undefined;
  return (listed ?? []).map(({ name }) => name);
}
