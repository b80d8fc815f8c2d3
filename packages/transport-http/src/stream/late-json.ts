import type { KeepAlive, Kept } from "./keep-alive.js";

const SPACE = new TextEncoder().encode(" ");

/**
 * A JSON response that begins before its text is known. Until then, white space keeps it alive, which JSON allows before a
 * value.
 *
 * @param onGone Is called when the client cancels the response
 */
export function lateJson(
  text: Promise<string>,
  keepAlive: KeepAlive,
  onGone: () => void,
  headers: Readonly<Record<string, string>> = {},
): Response {
  let open = true;
  let kept: Kept;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      kept = keepAlive.keep(() => open && controller.enqueue(SPACE));
      controller.enqueue(SPACE);
      void text.then((json) => {
        kept.end();
        if (!open) return;
        open = false;
        controller.enqueue(new TextEncoder().encode(json));
        controller.close();
      });
    },
    cancel() {
      open = false;
      kept.end();
      onGone();
    },
  });
  return new Response(body, {
    headers: { "content-type": "application/json", "cache-control": "no-store", "x-accel-buffering": "no", ...headers },
  });
}
