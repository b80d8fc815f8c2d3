import { expect, test } from "vitest";
import { readAccept } from "./read-accept.js";

const read = (accept?: string) =>
  readAccept(new Request("http://localhost", accept === undefined ? {} : { headers: { accept } }));

test.each([
  [undefined, { events: false, json: true, any: true }],
  ["", { events: false, json: true, any: true }],
  ["*/*", { events: false, json: true, any: true }],
  ["application/json", { events: false, json: true, any: false }],
  ["application/*", { events: false, json: true, any: false }],
  ["text/event-stream", { events: true, json: false, any: false }],
  ["text/*", { events: true, json: false, any: false }],
  ["Application/JSON , TEXT/Event-Stream", { events: true, json: true, any: false }],
  ["text/event-stream;q=0.1;x=y, */*;q=0.5", { events: true, json: true, any: true }],
  ["text/event-stream;q=0, application/json", { events: false, json: true, any: false }],
  ["text/event-stream; Q=0.000, application/json; q=1", { events: false, json: true, any: false }],
  ["text/html", { events: false, json: false, any: false }],
])("%j", (accept, expected) => {
  expect(read(accept)).toEqual(expected);
});
