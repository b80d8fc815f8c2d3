import { type LimitError, optionError, type Reporter } from "@plainmcp/core/internal/engine";

/** Reports what a client is refused for lack of room. */
export function reportLimit({ refused: { limit, max, unit } }: LimitError, refusal: Reporter["refusal"]): void {
  const write = (name: string): string =>
    `Refused a client, because the server has room for ${max} ${unit}. ${name} sets this limit.`;
  refusal(optionError(`limits.${limit}`, write, Error));
}

/** Reports a client that is disconnected because it reads too slowly. */
export function reportSlowReader(max: number, refusal: Reporter["refusal"]): void {
  const write = (name: string): string =>
    `Disconnected a client, because it did not read ${max} bytes of a response. ${name} sets this limit.`;
  refusal(optionError("limits.maxQueueSize", write, Error));
}
