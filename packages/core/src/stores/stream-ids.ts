const STANDING = "standing-";

/** Makes the id of a standing stream, which answers no request. */
export function standingStreamId(): string {
  return `${STANDING}${crypto.randomUUID()}`;
}

/** Whether a stream is a standing one, which answers no request and lasts as long as its session. */
export function isStanding(stream: string): boolean {
  return stream.startsWith(STANDING);
}
