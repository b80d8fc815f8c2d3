import { expect, test } from "vitest";
import { toResponse } from "./answer.js";
import { onBodyEnd } from "./on-body-end.js";

const STREAM = { headers: { "content-type": "text/event-stream" } };

test("a stream that is cancelled during a read ends once", async () => {
  let ended = 0;
  const source = new ReadableStream<Uint8Array>();
  const { body } = onBodyEnd(new Response(source, STREAM), () => ended++);
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  const read = reader.read();
  await new Promise((resolve) => setImmediate(resolve));
  await reader.cancel();
  expect(await read).toEqual({ done: true, value: undefined });
  await new Promise((resolve) => setImmediate(resolve));
  expect(ended).toBe(1);
});

test("a stream that is read to its end ends once, at its end", async () => {
  let ended = 0;
  const response = toResponse(onBodyEnd(new Response("data: 1\n\n", STREAM), () => ended++));
  expect(ended).toBe(0);
  expect(await response.text()).toBe("data: 1\n\n");
  expect(ended).toBe(1);
});

test("a body that is not a stream ends immediately", () => {
  let ended = 0;
  onBodyEnd(Response.json({}), () => ended++);
  expect(ended).toBe(1);
});
