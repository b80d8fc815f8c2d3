import type { JSONRPCNotification, JSONRPCRequest } from "@modelcontextprotocol/server";
import { expect, it } from "vitest";
import { RequestLedger } from "./request-ledger.js";

const request = (id: string | number): JSONRPCRequest => ({ jsonrpc: "2.0", id, method: "tools/call" });
const cancelled = (requestId?: unknown): JSONRPCNotification => ({
  jsonrpc: "2.0",
  method: "notifications/cancelled",
  params: { requestId, reason: "changed my mind" },
});

it("gives every request its own id, and knows the client's id", () => {
  const ledger = new RequestLedger<string>();
  const ids = [1, 1, "1"].map((id, index) => ledger.enter(request(id), `stream ${index}`).id);
  expect(new Set(ids).size).toBe(3);
  expect(ids.map((id) => ledger.clientIdOf(id))).toEqual([1, 1, "1"]);
  expect(ids.map((id) => ledger.get(id)?.to)).toEqual(["stream 0", "stream 1", "stream 2"]);
  expect(ledger.clientIdOf("somebody's")).toBe("somebody's");
});

it("finds the latest open request with the cancelled id", () => {
  const ledger = new RequestLedger<number>();
  const [first, second] = [ledger.enter(request(1), 1), ledger.enter(request(1), 2)];
  const found = ledger.findCancelled(cancelled(1));
  expect(found?.request.to).toBe(2);
  expect(found?.notification).toEqual(cancelled(second.id));
  ledger.settle(second.id as number);
  expect(ledger.findCancelled(cancelled(1))?.request.id).toBe(first.id);
  for (const nobody of [2, "1", null, undefined, {}]) expect(ledger.findCancelled(cancelled(nobody))).toBeUndefined();
});

it("settles when every request of the filter is settled", async () => {
  const ledger = new RequestLedger<undefined>();
  await ledger.whenSettled();
  const first = ledger.enter(request(1), undefined);
  const other = ledger.enter({ ...request(2), method: "subscriptions/listen" }, undefined);
  const events: string[] = [];
  const calls = ledger.whenSettled(({ method }) => method === "tools/call").then(() => events.push("calls"));
  const all = ledger.whenSettled().then(() => events.push("all"));
  ledger.settle(first.id as number);
  await calls;
  expect(events).toEqual(["calls"]);
  ledger.settle(other.id as number);
  await all;
  expect(events).toEqual(["calls", "all"]);
});
