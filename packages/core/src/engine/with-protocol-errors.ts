import type { Registry } from "../registry/registry.js";
import { toProtocolError } from "./to-protocol-error.js";

/** Has whatever is thrown while a request is answered become an error of the protocol. */
export async function withProtocolErrors<T>(registry: Registry, answer: () => Promise<T>): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    throw toProtocolError(error, registry);
  }
}
