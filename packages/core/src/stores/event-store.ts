import type { Message } from "../wire/message.js";

/**
 * Stores the messages that were sent to a legacy client's session, so that the client can fetch those that it missed
 * when a connection was lost. Event stores for the official SDK are compatible.
 *
 * @example
 * ```ts
 * await serveHttp(Weather, { eventStore: (sessionId) => new RedisEvents(redis, sessionId) });
 * ```
 */
export interface EventStore {
  /**
   * Stores one message. If this fails or takes more than 5 seconds, the message is still sent, but cannot be fetched
   * again.
   *
   * @param streamId The stream of the message: that of an answer, or the session's standing stream
   * @returns the event's id, unique in the session, which the client may send back to resume the stream
   */
  storeEvent(streamId: string, message: Message): Promise<string>;
  /** Returns the stream of an event, or `undefined` for an unknown id: the client then gets status 400. */
  getStreamIdForEventId?(eventId: string): Promise<string | undefined>;
  /**
   * Sends the later events of the same stream, in order.
   *
   * @returns the stream's id
   * @throws Error when the event is unknown
   */
  replayEventsAfter(
    lastEventId: string,
    handler: { send: (eventId: string, message: Message) => Promise<void> },
  ): Promise<string>;
}
