/**
 * How outgoing calls are made. Set it for a server with `defineServer(target, { fetch })`, and for one call of
 * `ctx.fetch` in its `init`, where each option replaces the server's.
 *
 * @example
 * ```ts
 * defineServer(Wiki, { fetch: { allowPrivate: ["wiki.corp.example", "127.0.0.1:8080"], retries: 1 } });
 * ```
 */
export interface FetchOptions {
  /**
   * How often a request is sent again if it fails: 0 to 10. Only requests with the methods GET, HEAD, OPTIONS, PUT and
   * DELETE are, and none whose body is a stream. @default 2
   */
  readonly retries?: number;
  /**
   * Which hosts may have addresses that are not public: a list of names and addresses, each with or without a port, or
   * `true` for all. A host in the list is not checked at all. @default false
   */
  readonly allowPrivate?: boolean | readonly string[];
}

/**
 * The second argument of `ctx.fetch`: that of the platform's `fetch`, and {@link FetchOptions}.
 *
 * @example
 * ```ts
 * await ctx.fetch(url, { method: "PUT", body: JSON.stringify(order), retries: 0 });
 * ```
 */
export interface FetchInit
  extends Pick<RequestInit, "body" | "headers" | "method" | "redirect" | "signal">,
    FetchOptions {}
