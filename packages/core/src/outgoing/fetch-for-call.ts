import { isAllowedHost } from "./allowed-hosts.js";
import { checkFetchOptions } from "./check-fetch-options.js";
import type { FetchInit, FetchOptions } from "./fetch-options.js";
import { describeRequest, type OutgoingRequest, readRequest } from "./outgoing-request.js";
import { platformSend } from "./platform-send.js";
import { PrivateAddressError } from "./private-address-error.js";
import { followRedirect } from "./redirect.js";
import { discard, withRetries } from "./retries.js";
import type { Send } from "./send.js";
import { addTraceHeaders } from "./trace-headers.js";
import { whyPrivate } from "./why-private.js";

const MAX_REDIRECTS = 20;
const DEFAULT_RETRIES = 2;

/** What an outgoing call needs of the call that makes it. */
export interface CallingCall {
  /** Aborted with the call, and when the call has been answered. */
  readonly signal: AbortSignal;
  /** Milliseconds until the deadline of the method, if it has one. */
  leftMs(): number | undefined;
  /** The `_meta` of the client's request. */
  readonly meta: { readonly [key: string]: unknown };
  /** The server's options. */
  readonly options: FetchOptions | undefined;
}

/**
 * `ctx.fetch`.
 *
 * @param send Sends one request. @default as the platform does
 * @throws PrivateAddressError when a host must not be reached
 * @throws TypeError when the arguments are invalid, or the request fails
 */
export async function fetchForCall(
  call: CallingCall,
  input: string | URL | Request,
  init: FetchInit = {},
  send?: Send,
): Promise<Response> {
  const { retries = call.options?.retries ?? DEFAULT_RETRIES, allowPrivate = call.options?.allowPrivate } = init;
  checkFetchOptions({ retries, ...(allowPrivate !== undefined && { allowPrivate }) });
  const own = init.signal ?? (input instanceof Request ? input.signal : undefined);
  const signal = own ? AbortSignal.any([call.signal, own]) : call.signal;
  signal.throwIfAborted();
  let request = await readRequest(input, init);
  addTraceHeaders(request.headers, call.meta);
  const sendOnce = send ?? (await platformSend());
  const sendSafely = async (safe: OutgoingRequest): Promise<Response> => {
    const isGuarded = !isAllowedHost(safe.url, allowPrivate);
    if (isGuarded) requirePublic(safe.url);
    return sendOnce(safe, { signal, isGuarded });
  };
  const sendPatiently = withRetries(sendSafely, { retries, signal, leftMs: call.leftMs });
  const mode = init.redirect ?? (input instanceof Request ? input.redirect : "follow");
  for (let redirects = 0; ; redirects += 1) {
    const response = await sendPatiently(request);
    const next = mode === "manual" ? undefined : await orDiscard(response, () => followRedirect(request, response));
    if (next === undefined) return withUrl(response, request.url, redirects > 0);
    await discard(response);
    if (mode === "error") throw new TypeError(`ctx.fetch: ${describeRequest(request)} was redirected`);
    if (redirects === MAX_REDIRECTS) {
      throw new TypeError(
        `ctx.fetch: more than ${MAX_REDIRECTS} redirects, the last one of ${describeRequest(request)}`,
      );
    }
    request = next;
  }
}

function requirePublic({ hostname }: URL): void {
  const why = whyPrivate(hostname);
  if (why !== undefined) throw new PrivateAddressError(hostname, why);
}

async function orDiscard<T>(response: Response, work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    await discard(response);
    throw error;
  }
}

/** Sets what only `fetch` itself can set in a response. */
function withUrl(response: Response, url: URL, isRedirected: boolean): Response {
  const { origin, pathname, search } = url;
  const clone = (): Response => withUrl(Response.prototype.clone.call(response), url, isRedirected);
  return Object.defineProperties(response, {
    url: { value: `${origin}${pathname}${search}` },
    redirected: { value: isRedirected },
    clone: { value: clone },
  });
}
