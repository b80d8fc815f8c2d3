import type { EventStore } from "./event-store.js";

/**
 * The store, but what it fails to keep is sent all the same, as an event without an id: the client misses it only if it
 * loses its connection as well. The SDK would not send it, and tell the client why.
 *
 * @param onError Is told how the store failed
 */
export function tolerantEventStore(store: EventStore, onError: (error: Error) => void): EventStore {
  return {
    storeEvent: async (streamId, message) => {
      try {
        return await store.storeEvent(streamId, message);
      } catch (error) {
        onError(new Error(`The event store could not keep a message: ${error}`));
        return "";
      }
    },
    ...(store.getStreamIdForEventId && { getStreamIdForEventId: store.getStreamIdForEventId.bind(store) }),
    replayEventsAfter: (lastEventId, handler) => store.replayEventsAfter(lastEventId, handler),
  };
}
