import type { JSONRPCMessage } from "@modelcontextprotocol/server";
import type { EventStore } from "./event-store.js";

const MAX_EVENTS = 256;
const MAX_CHARACTERS = 256 * 1024;

interface LoggedEvent {
  readonly number: number;
  readonly stream: string;
  readonly message: JSONRPCMessage;
  readonly characters: number;
}

/** The latest events of one session, for clients that come back after a lost connection. The oldest give way. */
export class EventLog implements EventStore {
  readonly #events: LoggedEvent[] = [];
  #next = 1;
  #characters = 0;

  storeEvent(stream: string, message: JSONRPCMessage): Promise<string> {
    const event = { number: this.#next++, stream, message, characters: JSON.stringify(message).length };
    this.#events.push(event);
    this.#characters += event.characters;
    while (this.#events.length > MAX_EVENTS || this.#characters > MAX_CHARACTERS) {
      this.#characters -= this.#events.shift()?.characters ?? 0;
    }
    return Promise.resolve(`${stream}/${event.number}`);
  }

  getStreamIdForEventId(eventId: string): Promise<string | undefined> {
    return Promise.resolve(parseEventId(eventId)?.stream);
  }

  async replayEventsAfter(
    lastEventId: string,
    { send }: { send: (eventId: string, message: JSONRPCMessage) => Promise<void> },
  ): Promise<string> {
    const last = parseEventId(lastEventId);
    if (last === undefined) throw new Error("The event id is none of ours.");
    const missed = this.#events.filter(({ stream, number }) => stream === last.stream && number > last.number);
    for (const { stream, number, message } of missed) await send(`${stream}/${number}`, message);
    return last.stream;
  }
}

function parseEventId(eventId: string): { readonly stream: string; readonly number: number } | undefined {
  const match = /^([\w-]+)\/(\d+)$/.exec(eventId);
  return match?.[1] === undefined ? undefined : { stream: match[1], number: Number(match[2]) };
}
