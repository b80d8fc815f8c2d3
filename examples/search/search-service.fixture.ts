import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that the service has received. */
export interface Received {
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
}

/** A search service on this machine, which knows the keys that begin with `key-`. */
export interface SearchService {
  readonly url: string;
  readonly received: Received[];
  /** Statuses with which it answers next, before it works again. */
  readonly failures: number[];
  /** The queries whose clients have gone before they had an answer. A search for `never` is not answered. */
  readonly gone: string[];
  stop(): Promise<void>;
}

const RED_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP4z8DwHwAFAAH/VscvDQAAAABJRU5ErkJggg==";

/** Starts the service. @param hidden URL of an image that it names, inside of the network */
export async function startSearchService(hidden: string): Promise<SearchService> {
  const received: Received[] = [];
  const failures: number[] = [];
  const gone: string[] = [];
  const server = createServer(({ url = "", headers }, response) => {
    const { pathname: path, searchParams } = new URL(url, origin());
    const parameters = Object.fromEntries(searchParams);
    received.push({ path, parameters, headers });
    const failure = failures.shift();
    const { q = "" } = parameters;
    if (q === "never") {
      response.once("close", () => gone.push(q));
    } else if (failure !== undefined) {
      response.writeHead(failure, { "retry-after": "0" }).end("internal: db-7.corp.example is down");
    } else if (path === "/pixel.png") {
      response.writeHead(200, { "content-type": "image/png" }).end(Buffer.from(RED_PIXEL, "base64"));
    } else if (!headers["x-api-key"]?.toString().startsWith("key-")) {
      response.writeHead(401).end();
    } else {
      const body = path === "/v1/web" ? webResults(parameters) : imageResults(origin(), hidden);
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: `${origin()}/v1/`,
    received,
    failures,
    gone,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function webResults({ q, count }: Readonly<Record<string, string>>): object {
  const results = Array.from({ length: Number(count) }, (_, index) => ({
    title: `${q} ${index}`,
    url: `https://example.com/${index}`,
    description: "A page",
    published: "2026-11-30T00:00:00.000Z",
    rank: index,
    internalScore: 0.5,
  }));
  return { results, more: true, tookMs: 3 };
}

function imageResults(origin: string, hidden: string): object {
  return {
    results: [
      { title: "Red", page: "https://example.com/red", thumbnail: `${origin}/pixel.png` },
      { title: "Hidden", page: "https://example.com/hidden", thumbnail: hidden },
    ],
  };
}
