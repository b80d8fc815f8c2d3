import { expect } from "vitest";
import { MODERN } from "../../support/revisions.js";
import type { Group } from "../contract.js";
import { listen, subscriptionOf } from "./words.js";

const TASKS = { extensions: { "io.modelcontextprotocol/tasks": {} } };
const BOOK = "library://book/1";

export const subscriptions: Group = {
  title: "Subscriptions of 2026-07-28",
  revisions: [MODERN],
  requirements: {
    "listen-acknowledged": {
      says: "acknowledges `subscriptions/listen` first, with the request's id in its original type",
      async run({ client }) {
        const id = client.newId();
        const notifications = { resourceSubscriptions: ["protocol://text"], toolsListChanged: true };
        expect(await listen(client, id, notifications)).toMatchObject({
          method: "notifications/subscriptions/acknowledged",
          params: { notifications },
        });
        await client.cancel(id);
      },
    },

    "listen-only-what-was-asked": {
      says: "sends each subscription what it asked for, and nothing after it is cancelled",
      async run({ open }) {
        const client = await open();
        const [text, tools] = [`text-${client.newId()}`, client.newId()];
        await listen(client, text, { resourceSubscriptions: ["protocol://text"] });
        await listen(client, tools, { toolsListChanged: true });
        const updated = () => client.told("notifications/resources/updated");
        await client.call("touch", { uri: "protocol://items/1" });
        await client.call("touch", { uri: "protocol://text" });
        await client.until(() => updated()[0]);
        await client.call("offer", { point: false });
        await client.message(({ method }) => method === "notifications/tools/list_changed");
        await client.call("offer", { point: true });
        expect(updated().map((message) => [message.params?.uri, subscriptionOf(message)])).toEqual([
          ["protocol://text", text],
        ]);
        for (const message of client.told("notifications/tools/list_changed")) {
          expect(subscriptionOf(message)).toBe(tools);
        }
        for (const id of [text, tools]) await client.cancel(id);
        await client.call("touch", { uri: "protocol://text" });
        expect(updated()).toHaveLength(1);
      },
    },

    "listen-what-there-is": {
      says: "acknowledges only what it supports",
      async run({ open }) {
        const client = await open({ fixture: "unprompted" });
        const notifications = { toolsListChanged: true, promptsListChanged: true };
        const { params } = await listen(client, client.newId(), notifications);
        expect(params?.notifications).toEqual({ toolsListChanged: true });
      },
    },

    "listen-ends": {
      says: "answers open subscriptions when it ends",
      async run({ open }) {
        const client = await open();
        const id = client.newId();
        await listen(client, id, { toolsListChanged: true });
        await client.endServer();
        const answer = await client.answer(id);
        expect(answer.result).toMatchObject({ resultType: "complete" });
        expect(subscriptionOf(answer)).toBe(id);
      },
    },

    "listen-watches": {
      says: "watches a resource for as long as a client subscribes to it",
      async run({ open }) {
        const client = await open({ fixture: "library" });
        const watched = async () => (await client.call("watched")).result?.structuredContent;
        const waitFor = async (expected: readonly string[]) => expect.poll(watched).toEqual(expected);
        const [first, second] = [client.newId(), client.newId()];
        await listen(client, first, { resourceSubscriptions: [BOOK] });
        await listen(client, second, { resourceSubscriptions: [BOOK] });
        await waitFor([BOOK]);
        await client.call("change", { id: "1" });
        const told = () => client.told("notifications/resources/updated").map(subscriptionOf);
        await expect.poll(() => told().sort()).toEqual([first, second].sort());
        await client.cancel(first);
        await client.call("change", { id: "1" });
        await expect.poll(() => told().sort()).toEqual([first, second, second].sort());
        expect(await watched()).toEqual([BOOK]);
        await client.cancel(second);
        await waitFor([]);
      },
    },

    "listen-tasks": {
      says: "notifies of the progress of existing tasks that a subscription names, until it is cancelled",
      async run({ open }) {
        const client = await open({ fixture: "jobs", capabilities: TASKS });
        const begin = async (ms: number) => (await client.call("work", { ms })).result?.taskId;
        const [short, long, id] = [await begin(200), await begin(600_000), client.newId()];
        const { params } = await listen(client, id, { taskIds: [short, long, "unknown"], toolsListChanged: true });
        expect(params?.notifications).toEqual({ taskIds: [short, long], toolsListChanged: true });
        const told = () => client.told("notifications/tasks");
        await client.until(() => told().find((message) => message.params?.status === "completed"));
        expect(new Set(told().map(subscriptionOf))).toEqual(new Set([id]));
        expect(new Set(told().map((message) => message.params?.taskId))).toEqual(new Set([short, long]));
        await client.cancel(id);
        await client.request("tasks/cancel", { taskId: long });
        await client.request("tools/list");
        expect(told().filter((message) => message.params?.status === "cancelled")).toEqual([]);
      },
    },

    "listen-tasks-refused": {
      says: "refuses a subscription to tasks with -32021 if the client does not declare the tasks extension",
      async run({ open }) {
        const client = await open({ fixture: "jobs" });
        const { error } = await client.request("subscriptions/listen", { notifications: { taskIds: ["any"] } });
        expect(error?.code).toBe(-32021);
      },
    },
  },
};
