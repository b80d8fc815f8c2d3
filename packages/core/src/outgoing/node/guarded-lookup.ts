import type { LookupAddress, LookupOptions } from "node:dns";
import type { LookupFunction } from "node:net";
import { PrivateAddressError } from "../private-address-error.js";
import { whyPrivate } from "../why-private.js";

/** Finds all addresses of a host, as `dns.lookup` does. */
export type Lookup = (
  host: string,
  options: LookupOptions & { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Refuses hosts that have an address which is not public. Node connects to the addresses that this gives it, and looks
 * up nothing again, so that no other address can take the place of one that was checked.
 *
 * @param why Says why an address is refused
 */
export function guardedLookup(lookup: Lookup, why: typeof whyPrivate = whyPrivate): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const found = error ? [] : addresses;
      for (const { address } of found) {
        const reason = why(address);
        if (reason !== undefined) return callback(new PrivateAddressError(host, reason, address), []);
      }
      const [first] = found;
      if (options.all || first === undefined) callback(error, found);
      else callback(null, first.address, first.family);
    });
  };
}
