const STANDING = "standing-";

/** Id of a stream that answers no request. */
export function standingStreamId(): string {
  return `${STANDING}${crypto.randomUUID()}`;
}

/** Whether a stream answers no request, and so lasts as long as its session. */
export function isStanding(stream: string): boolean {
  return stream.startsWith(STANDING);
}
