import type { Message } from "../wire/message.js";
import type { EventStore } from "./event-store.js";

/** What a session's client was sent, for it to fetch what it missed. */
export interface SessionEvents {
  /** Begins the stream of an answer. @returns id of an event before all others, if it could be kept */
  begin(stream: string): Promise<string | undefined>;
  /**
   * Keeps a message.
   *
   * @returns id of the event, or `undefined` when it could not be kept
   */
  add(stream: string, message: Message): Promise<string | undefined>;
  /** Takes note that the client has read a stream to its end. */
  fetched(stream: string): void;
  /** Finds what came after an event, of its stream only. */
  after(eventId: string): Promise<Missed>;
}

/** What a client missed of a stream, or why it cannot be told. */
export type Missed =
  | {
      readonly stream: string;
      readonly events: readonly { readonly id: string; readonly message: Message }[];
      /** Whether messages before these are gone. */
      readonly isLossy: boolean;
    }
  | { readonly refusal: string };

/**
 * The events of a session in a store of the user's. What it fails to keep is sent all the same, as an event without an
 * id: the client misses it only if it loses its connection as well.
 *
 * @param onError Is told how the store failed
 */
export function eventsInStore(store: EventStore, onError: (error: Error) => void): SessionEvents {
  // One at a time: nothing is kept between what was looked up and what is sent from then on.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
  const add = (stream: string, message: Message) =>
    inTurn(async () => {
      try {
        // Without a text, there is no id that a client could come back with.
        return (await withinLimit(store.storeEvent(stream, message))) || undefined;
      } catch (error) {
        onError(new Error(`The event store could not store a message: ${error}`));
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

/** What stores that were written for the official SDK expect for an event without a message. */
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
    onError(new Error(`The event store could not look up an event: ${error}`));
    return { refusal: "The messages after this Last-Event-ID cannot be read." };
  }
}

/** Why nothing is resumed after an event of nobody. */
export const UNKNOWN_EVENT = "This session has no event with this Last-Event-ID. Make the request again.";
