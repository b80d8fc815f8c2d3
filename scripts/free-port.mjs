import { createServer } from "node:net";

/** The first port from `start` on that nobody listens on. */
export async function freePort(start) {
  for (let port = start; ; port++) {
    if (await isFree(port)) return port;
  }
}

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
      .once("error", () => resolve(false))
      .once("listening", () => probe.close(() => resolve(true)))
      .listen(port, "127.0.0.1");
  });
}
