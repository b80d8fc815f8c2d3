import type { Awaitable } from "../promises/awaitable.js";
import type { Message } from "../wire/message.js";
import type { EventStore } from "./event-store.js";

/** The messages that a session's client was sent, so that it can fetch those that it missed. */
export interface SessionEvents {
  /** Begins the stream of an answer. @returns the id of an event before all others, if it could be stored */
  begin(stream: string): Awaitable<string | undefined>;
  /**
   * Stores a message.
   *
   * @param text The message as JSON, if it is known
   * @returns the event's id, or `undefined` if it could not be stored
   */
  add(stream: string, message: Message, text?: string): Awaitable<string | undefined>;
  /** Records that the client has read a stream to its end. */
  fetched(stream: string): void;
  /** Finds the later events of the same stream. */
  after(eventId: string): Promise<Missed>;
}

/** The messages that a client missed, or why they are not available. */
export type Missed =
  | {
      readonly stream: string;
      readonly events: readonly { readonly id: string; readonly message: Message }[];
      /** Whether earlier missed messages are lost. */
      readonly isLossy: boolean;
    }
  | { readonly refusal: string };

/**
 * The events of a session in the user's own store. If the store fails, the message is still sent, as an event without
 * an id: the client misses it only if it also loses its connection.
 *
 * @param onError Receives failures of the store
 */
export function eventsInStore(store: EventStore, onError: (error: Error) => void): SessionEvents {
  // One operation at a time, so that no message is stored between looking up the missed ones and sending new ones.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const add = (stream: string, message: Message) =>
    inTurn(async () => {
      try {
        // An empty id counts as none, because a client could not send it back.
        return (await withinLimit(store.storeEvent(stream, message))) || undefined;
      } catch (error) {
        onError(new Error("The event store could not store a message.", { cause: error }));
        return undefined;
      }
    });
  return {
    begin: (stream) => add(stream, EMPTY as Message),
    add,
    fetched: () => undefined,
    after: (eventId) => inTurn(() => findInStore(store, eventId, onError)),
  };
}

/** Milliseconds that a store may take. */
const LIMIT_MS = 5_000;

async function withinLimit<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took more than ${LIMIT_MS} ms.`)), LIMIT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The message that event stores for the official SDK expect for an event without one. */
const EMPTY = {};

async function findInStore(store: EventStore, eventId: string, onError: (error: Error) => void): Promise<Missed> {
  try {
    if (store.getStreamIdForEventId) {
      const stream = await withinLimit(store.getStreamIdForEventId(eventId));
      if (stream === undefined) return { refusal: UNKNOWN_EVENT };
    }
    const events: { id: string; message: Message }[] = [];
    const send = async (id: string, message: Message): Promise<void> => {
      if ("jsonrpc" in message) events.push({ id, message });
    };
    const stream = await withinLimit(store.replayEventsAfter(eventId, { send }));
    if (!stream) return { refusal: UNKNOWN_EVENT };
    return { stream, events, isLossy: false };
  } catch (error) {
    onError(new Error("The event store could not look up an event.", { cause: error }));
    return { refusal: "The messages after this Last-Event-ID cannot be read." };
  }
}

/** The refusal of an unknown event id. */
export const UNKNOWN_EVENT = "This session has no event with this Last-Event-ID. Make the request again.";
