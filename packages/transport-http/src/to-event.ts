const encoder = new TextEncoder();

/** A message as it is written to an event stream. */
export function toEvent(message: object): Uint8Array {
  return encoder.encode(`event: message\ndata: ${JSON.stringify(message)}\n\n`);
}
