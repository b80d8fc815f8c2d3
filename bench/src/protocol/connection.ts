import type { Message } from "./messages.js";

/** A way to a server that is ready for requests. */
export interface Connection {
  /** Sends a request and waits for its answer. @returns The answer's JSON text */
  ask(request: Message): Promise<string>;
  /** Connects again if that is cheap, since servers close connections that have been idle for some seconds. */
  renew(): Promise<void>;
  close(): void;
}

/** The `result` of an answer. @throws Error with the answer when it has none */
export function resultOf<T>(answer: string): T {
  const { result } = JSON.parse(answer);
  if (result === undefined) throw new Error(`This is no result: ${answer}`);
  return result;
}
