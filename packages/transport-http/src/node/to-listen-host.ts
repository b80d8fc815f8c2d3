import { isIP, isIPv6 } from "node:net";
import { optionError } from "@plainmcp/core/internal/engine";

/** Letters beyond ASCII are allowed, as in `allowedHosts`. */
const NAME = /^[\p{L}\p{M}\p{N}._-]+$/u;

/**
 * Checks where to listen. An IPv6 address may have brackets; they are removed.
 *
 * @throws TypeError when it is neither a name nor an address
 */
export function toListenHost(host: string): string {
  const inBrackets = /^\[(.*)\]$/.exec(host)?.[1];
  if (inBrackets !== undefined && isIPv6(inBrackets)) return inBrackets;
  if (isIP(host) !== 0) return host;
  if (NAME.test(host) && URL.canParse(`http://${host}`)) return host;
  throw optionError("host", (name) => {
    return `${name} must be a name or an address, without scheme and port, but is ${JSON.stringify(host)}.`;
  });
}
