import type { Skip } from "./contract.js";

/** Requirements that do not apply to a way, each with its reason. */
export const SKIPS: readonly Skip[] = [
  {
    ways: ["memory"],
    requirements: ["end-in-flight", "close-at-the-end"],
    because: "Client and server are one program, which can wait for its answers before it ends.",
  },
  {
    ways: ["fetch", "stateless fetch", "node"],
    requirements: ["ten-megabytes"],
    because: "A body may be 4 MiB long unless `limits.maxBodySize` allows more. A longer one is answered with 413.",
  },
  {
    ways: ["fetch", "node"],
    requirements: ["late-initialize"],
    because: "Requests are independent: `initialize` opens a session, whatever the client has sent before.",
  },
  {
    ways: ["fetch", "node"],
    requirements: ["no-headers"],
    because: "The protocol defines these headers for HTTP, and a call without one is refused with -32020.",
  },
  {
    ways: ["stateless fetch"],
    requirements: [
      "set-level",
      "subscribe-invalid",
      "subscribe-updated",
      "subscribe-watches",
      "list-changed",
      "dynamic-told",
      "told-of-list",
      "watched-uris",
      "server-requests",
      "session",
      "changed-roots",
    ],
    because: "The server keeps nothing between two requests, and has no stream for messages of its own.",
  },
  {
    ways: ["stateless fetch"],
    requirements: ["hidden-tools"],
    because: "Without a session, a request does not say which capabilities its client has.",
  },
  {
    ways: ["stateless fetch"],
    requirements: ["same-id-cancelled"],
    because: "A client cancels a request by closing its connection, which identifies the request.",
  },
  {
    ways: ["stateless fetch"],
    requirements: ["batch-cancelled"],
    because: "A client cancels a request by closing its connection, which cancels the whole batch.",
  },
];
