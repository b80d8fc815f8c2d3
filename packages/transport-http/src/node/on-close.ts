import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** What to call when a connection closes, for responses that wait behind others on it. */
const queued = new WeakMap<Socket, Set<() => void>>();

/**
 * Calls the listener once the response is complete, or its connection is gone. Returns the function that stops it.
 *
 * Node tells a response of this only if it is its turn: one that waits behind others on the same connection never hears of it.
 */
export function onClose(to: ServerResponse<IncomingMessage>, listener: () => void): () => void {
  to.once("close", listener);
  if (to.socket !== null || to.destroyed) return () => to.off("close", listener);
  const { socket } = to.req;
  const listeners = queued.get(socket) ?? begin(socket);
  const onSocketClose = (): void => {
    to.off("close", listener);
    listener();
  };
  listeners.add(onSocketClose);
  const stop = (): void => {
    to.off("close", listener).off("close", stop);
    listeners.delete(onSocketClose);
  };
  to.once("close", stop);
  if (socket.destroyed) onSocketClose();
  return stop;
}

function begin(socket: Socket): Set<() => void> {
  const listeners = new Set<() => void>();
  queued.set(socket, listeners);
  socket.once("close", () => {
    for (const listener of [...listeners]) listener();
    listeners.clear();
  });
  return listeners;
}
