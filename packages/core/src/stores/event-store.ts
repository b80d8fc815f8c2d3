import type { Message } from "../wire/message.js";

/**
 * Keeps what a session of a legacy client was sent, so that the client can fetch what it missed when a connection was
 * lost. Stores that were written for the official SDK fit.
 *
 * @example
 * ```ts
 * await serveHttp(Weather, { eventStore: (sessionId) => new RedisEvents(redis, sessionId) });
 * ```
 */
export interface EventStore {
  /**
   * Keeps one message. When this fails, or takes more than 5 seconds, the message is sent all the same, and cannot be fetched
   * again.
   *
   * @param streamId The stream it belongs to: an answer's, or the session's standing one
   * @returns id of the event, unique in the session, which the client may send back to resume the stream
   */
  storeEvent(streamId: string, message: Message): Promise<string>;
  /** The stream of an event, or `undefined` for an id that this store does not know: the client is answered 400. */
  getStreamIdForEventId?(eventId: string): Promise<string | undefined>;
  /**
   * Sends what came after an event, of the event's stream only, in order.
   *
   * @returns id of the stream
   * @throws Error when the event is unknown
   */
  replayEventsAfter(
    lastEventId: string,
    handler: { send: (eventId: string, message: Message) => Promise<void> },
  ): Promise<string>;
}
