import { afterEach, expect, test, vi } from "vitest";
import type { EventStore } from "./event-store.js";
import { eventsInStore } from "./session-events.js";

afterEach(() => void vi.useRealTimers());

const never = () => new Promise<never>(() => undefined);

test.each<[what: string, store: EventStore]>([
  ["a stream's id", { storeEvent: never, getStreamIdForEventId: never, replayEventsAfter: async () => "stream" }],
  ["the events", { storeEvent: never, replayEventsAfter: never }],
])("a store that never finds %s causes a refusal, and later messages continue", async (_, store) => {
  vi.useFakeTimers();
  const errors: string[] = [];
  const kept = eventsInStore(store, ({ message, cause }) => void errors.push(`${message} ${cause}`));
  const [missed, added] = [kept.after("1"), kept.add("stream", { jsonrpc: "2.0", id: 1, result: {} })];
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await missed).toEqual({ refusal: expect.stringContaining("cannot be read") });
  expect(await added).toBeUndefined();
  expect(errors).toEqual([
    "The event store could not look up an event. Error: It took more than 5000 ms.",
    "The event store could not store a message. Error: It took more than 5000 ms.",
  ]);
});
