import { describeRequest, type OutgoingRequest } from "./outgoing-request.js";
import { PrivateAddressError } from "./private-address-error.js";

/** Methods that may arrive twice, because the second time changes nothing (RFC 9110, 9.2.2). */
const IDEMPOTENT: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

/** Statuses of a server that may answer soon. */
const TEMPORARY: ReadonlySet<number> = new Set([429, 502, 503, 504]);

const FIRST_WAIT_MS = 250;

/** Nobody waits longer than this for one more attempt, whatever a server asks for. */
const MAX_WAIT_MS = 10_000;

/** What limits the attempts of one outgoing call. */
export interface Limits {
  /** How often any request of the call may be sent again. */
  readonly retries: number;
  /** Aborted when nobody waits for the response any more. */
  readonly signal: AbortSignal;
  /** Milliseconds until the call's deadline, if it has one. */
  leftMs(): number | undefined;
}

/**
 * Sends a request, and sends it again if it failed for a reason that may pass. The retries of all requests that it is
 * called with count together.
 *
 * @param send Sends a request once
 * @returns a function that rejects with the reason of the signal, a `PrivateAddressError`, or a TypeError with the cause
 */
export function withRetries(
  send: (request: OutgoingRequest) => Promise<Response>,
  { retries, signal, leftMs }: Limits,
): (request: OutgoingRequest) => Promise<Response> {
  let left = retries;
  const waitFor = (request: OutgoingRequest, response?: Response): number | undefined => {
    if (left === 0 || !IDEMPOTENT.has(request.method) || request.body instanceof ReadableStream) return undefined;
    const backoff = FIRST_WAIT_MS * 2 ** (retries - left) * (0.5 + Math.random() / 2);
    const wait = readRetryAfter(response?.headers.get("retry-after")) ?? backoff;
    return wait <= Math.min(MAX_WAIT_MS, leftMs() ?? MAX_WAIT_MS) ? wait : undefined;
  };
  return async (request) => {
    for (let attempt = 1; ; attempt += 1) {
      const sent = await settle(send(request));
      if (signal.aborted) {
        if ("response" in sent) await discard(sent.response);
        throw signal.reason;
      }
      if ("error" in sent && sent.error instanceof PrivateAddressError) throw sent.error;
      if ("response" in sent && !TEMPORARY.has(sent.response.status)) return sent.response;
      const response = "response" in sent ? sent.response : undefined;
      const wait = waitFor(request, response);
      if (wait === undefined) {
        if (response) return response;
        throw toFailure(request, "error" in sent ? sent.error : undefined, attempt);
      }
      left -= 1;
      if (response) await discard(response);
      await sleep(wait, signal);
    }
  };
}

/** Gives up what nobody reads of a response, so that its connection does not stay open. */
export async function discard({ body }: Response): Promise<void> {
  // It fails if the connection is lost, which changes nothing.
  await body?.cancel().catch(() => undefined);
}

type Sent = { readonly response: Response } | { readonly error: unknown };

function settle(sending: Promise<Response>): Promise<Sent> {
  return sending.then(
    (response) => ({ response }),
    (error: unknown) => ({ error }),
  );
}

/** Milliseconds that a server asks for, in seconds or by a date. */
function readRetryAfter(header: string | null | undefined): number | undefined {
  if (header === null || header === undefined) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1_000;
  // `Date.parse` also reads "-5" and "1.5" as dates, which are long past.
  const ms = /^[A-Z][a-z]+,? /.test(header) ? Date.parse(header) - Date.now() : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.max(ms, 0);
}

function toFailure(request: OutgoingRequest, cause: unknown, attempts: number): TypeError {
  const times = attempts === 1 ? "" : ` (${attempts} attempts)`;
  return new TypeError(`ctx.fetch: ${describeRequest(request)} failed${times}: ${describeCause(cause)}`, { cause });
}

/** What went wrong. The platform's `fetch` says it in the cause, and an error about several addresses in its code. */
function describeCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return describeCause(error.cause);
  return error.message || String((error as { code?: unknown }).code ?? error.name);
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}
