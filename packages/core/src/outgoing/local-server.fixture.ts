import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** A request that a server has received. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A real server, which ends with the test. */
export interface LocalServer {
  readonly url: string;
  readonly port: number;
  readonly received: readonly Received[];
}

/** Starts a server. @param answer Answers each request, after its body was read */
export async function startLocalServer(
  answer: (request: Received, response: ServerResponse, message: IncomingMessage) => void,
  { host = "127.0.0.1", port = 0 }: { readonly host?: string; readonly port?: number } = {},
): Promise<LocalServer> {
  const received: Received[] = [];
  const server = createServer(async (message, response) => {
    const { method = "", url = "", headers } = message;
    const request = { method, url, headers, body: await text(message) };
    received.push(request);
    answer(request, response, message);
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address() as AddressInfo;
  return { url: `http://${host}:${address.port}`, port: address.port, received };
}
