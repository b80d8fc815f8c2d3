/** Whether the body of a response is sent in pieces over time: an event stream, or JSON after white space. */
export function isStream({ headers }: Response): boolean {
  return isEventStream({ headers }) || headers.get("x-accel-buffering") === "no";
}

/** Whether a response is an event stream. */
export function isEventStream({ headers }: Pick<Response, "headers">): boolean {
  return headers.get("content-type")?.startsWith("text/event-stream") === true;
}
