/** Whether a response goes on: anything else is whole, such as a refusal. */
export function isEventStream({ headers }: Response): boolean {
  return headers.get("content-type")?.startsWith("text/event-stream") === true;
}
