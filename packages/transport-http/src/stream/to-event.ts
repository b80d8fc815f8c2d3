const encoder = new TextEncoder();

/**
 * A message as it is written to an event stream.
 *
 * @param id What the client may name to have all that came after it
 */
export function toEvent(message: object, id?: string): Uint8Array {
  const line = id === undefined ? "" : `id: ${id}\n`;
  return encoder.encode(`event: message\n${line}data: ${JSON.stringify(message)}\n\n`);
}
