import { expect } from "vitest";
import { modernParams } from "../support/line-connection.js";
import type { Requirements } from "./requirements.js";

const SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";

export const subscriptions: Requirements = {
  "listen-acknowledged": async ({ modern: connection }) => {
    const id = connection.newId();
    const wanted = { resourceSubscriptions: ["protocol://text"], toolsListChanged: true };
    connection.send({ id, method: "subscriptions/listen", params: modernParams({ notifications: wanted }) });
    const first = await connection.message(({ params }) => subscriptionOf(params) === id);
    expect(first).toMatchObject({
      method: "notifications/subscriptions/acknowledged",
      params: { notifications: wanted, _meta: { [SUBSCRIPTION]: id } },
    });
    connection.send({ method: "notifications/cancelled", params: { requestId: id } });
  },

  "listen-only-what-was-asked": async ({ modern: connection }) => {
    const listen = async (id: string | number, notifications: object) => {
      connection.send({ id, method: "subscriptions/listen", params: modernParams({ notifications }) });
      await connection.message(({ params }) => subscriptionOf(params) === id);
    };
    const [text, tools] = [`text-${connection.newId()}`, connection.newId()];
    await listen(text, { resourceSubscriptions: ["protocol://text"] });
    await listen(tools, { toolsListChanged: true });
    const touch = (uri: string) => connection.modern("tools/call", { name: "touch", arguments: { uri } });
    await touch("protocol://items/1");
    await touch("protocol://text");
    await connection.message(({ method }) => method === "notifications/resources/updated");
    await connection.modern("tools/call", { name: "offer", arguments: { point: false } });
    await connection.message(({ method }) => method === "notifications/tools/list_changed");
    await connection.modern("tools/call", { name: "offer", arguments: { point: true } });
    const told = [...connection.told("notifications/resources/updated")];
    expect(told.map(({ params }) => [params?.uri, subscriptionOf(params)])).toEqual([["protocol://text", text]]);
    for (const { params } of connection.told("notifications/tools/list_changed")) {
      expect(subscriptionOf(params)).toBe(tools);
    }
    for (const requestId of [text, tools])
      connection.send({ method: "notifications/cancelled", params: { requestId } });
    await touch("protocol://text");
    expect(connection.told("notifications/resources/updated")).toHaveLength(1);
  },

  "listen-what-there-is": async ({ startWithoutPrompts }) => {
    const connection = startWithoutPrompts();
    const id = connection.newId();
    const notifications = { toolsListChanged: true, promptsListChanged: true };
    connection.send({ id, method: "subscriptions/listen", params: modernParams({ notifications }) });
    const { params } = await connection.message((message) => subscriptionOf(message.params) === id);
    expect(params?.notifications).toEqual({ toolsListChanged: true });
  },

  "listen-ends": async ({ start }) => {
    const connection = start();
    const id = connection.newId();
    const notifications = { toolsListChanged: true };
    connection.send({ id, method: "subscriptions/listen", params: modernParams({ notifications }) });
    await connection.message(({ params }) => subscriptionOf(params) === id);
    connection.end();
    expect((await connection.answer(id)).result).toMatchObject({
      resultType: "complete",
      _meta: { [SUBSCRIPTION]: id },
    });
    expect(await connection.exited).toBe(0);
  },
};

function subscriptionOf(params: Record<string, unknown> | undefined): unknown {
  return (params?._meta as Record<string, unknown> | undefined)?.[SUBSCRIPTION];
}
