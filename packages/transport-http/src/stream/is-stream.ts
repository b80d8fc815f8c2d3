/** Whether the body of a response is sent as it comes: an event stream, or an answer that is kept alive. */
export function isStream({ headers }: Response): boolean {
  return isEventStream({ headers }) || headers.get("x-accel-buffering") === "no";
}

/** Whether a response is an event stream. */
export function isEventStream({ headers }: Pick<Response, "headers">): boolean {
  return headers.get("content-type")?.startsWith("text/event-stream") === true;
}
