/**
 * `ctx.fetch` has refused to connect to a host, because the host or one of its addresses is not public. Clients see only
 * a reference, as with any error that is not a `ToolError`. Catch it to tell the model.
 *
 * @example
 * ```ts
 * const page = await ctx.fetch(url).catch((error) => {
 *   if (error instanceof PrivateAddressError) throw new ToolError("Only public pages can be read.");
 *   throw error;
 * });
 * ```
 */
export class PrivateAddressError extends Error {
  override readonly name: string = "PrivateAddressError";
  /** The host, as the URL names it. */
  readonly host: string;
  /** The address that the name stands for; `undefined` if the URL itself has the address, or the name says enough. */
  readonly address: string | undefined;

  /** @param why What the address or the name is, such as `a loopback address` */
  constructor(host: string, why: string, address?: string) {
    const found = address === undefined ? `this is ${why}` : `its address ${address} is ${why}`;
    super(
      `ctx.fetch does not connect to ${host}: ${found}. ` +
        `If the server may reach it, allow it: defineServer(…, { fetch: { allowPrivate: ["${host}"] } }).`,
    );
    this.host = host;
    this.address = address;
  }
}
