import type { Skip } from "./contract.js";

/** What is not asked on a way, each with its reason. */
export const SKIPS: readonly Skip[] = [
  {
    ways: ["memory"],
    requirements: ["end-in-flight"],
    because: "One program holds both sides, so it knows what it still waits for before it ends them.",
  },
  {
    ways: ["fetch", "stateless fetch", "node"],
    requirements: ["ten-megabytes"],
    because: "A body may be 4 MiB long unless `maxBodySize` allows more. A longer one is answered with 413.",
  },
  {
    ways: ["fetch", "node"],
    requirements: ["late-initialize"],
    because: "Each request stands for itself: `initialize` opens a session, whatever the client has sent before.",
  },
  {
    ways: ["fetch", "node"],
    requirements: ["no-headers"],
    because: "The protocol has these headers for HTTP, and a call without one is refused with -32020.",
  },
  {
    ways: ["stateless fetch"],
    requirements: [
      "set-level",
      "subscribe-invalid",
      "subscribe-updated",
      "subscribe-watches",
      "list-changed",
      "server-requests",
    ],
    because:
      "Nothing is kept between two requests, and there is no stream on which the server could speak of its own accord.",
  },
  {
    ways: ["stateless fetch"],
    requirements: ["same-id-cancelled"],
    because: "A client cancels a request by leaving it, which can only mean this one.",
  },
  {
    ways: ["stateless fetch"],
    requirements: ["batch-cancelled"],
    because: "A client cancels a request by leaving it, and with it the whole batch.",
  },
];
