import type { Socket } from "node:net";
import type { LimitError } from "@plainmcp/core/internal/engine";

/** Answers before any request, as servers do that are full. */
export function refuseConnection(socket: Socket, { message }: LimitError): void {
  const body = JSON.stringify({ jsonrpc: "2.0", error: { code: -32603, message } });
  const head = [
    "HTTP/1.1 503 Service Unavailable",
    "content-type: application/json",
    "retry-after: 30",
    "connection: close",
  ];
  socket.on("error", () => undefined);
  socket.end(`${head.join("\r\n")}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, () =>
    socket.destroy(),
  );
}
