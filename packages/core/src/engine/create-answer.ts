import type { Server, ServerContext } from "@modelcontextprotocol/server";
import type { Context } from "../context.js";
import type { Registry } from "../registry/registry.js";
import { createContext } from "./create-context.js";
import { toProtocolError } from "./to-protocol-error.js";

/** Answers one request by a call, which is given the request's context. */
export type Answer = <T>(request: ServerContext, call: (context: Context) => Promise<T>) => Promise<T>;

/** What is around every call, whatever it is for: the context, and errors of the protocol. */
export function createAnswer(server: Server, registry: Registry, era: "modern" | "legacy"): Answer {
  return async (request, call) => {
    const { context, flush } = createContext(server, request, registry, era);
    try {
      return await call(context);
    } catch (error) {
      throw toProtocolError(error, registry);
    } finally {
      // What progress and log messages the method sends goes out before its result does.
      await flush();
    }
  };
}
