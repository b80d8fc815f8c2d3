import { optionError } from "@plainmcp/core/internal/engine";
import type { Gate } from "../exchange.js";
import { forbidden, type OnRefused } from "./forbidden.js";
import { wildcardsOf } from "./wildcards-of.js";

/** Host names of a server on this machine. */
export const LOOPBACK_HOSTS: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

const HOST = /^(?<name>\[[\da-f:.]+\]|[^\s:/\\?#@[\]*]+)(?::(?<port>\d{1,5}))?$/i;
/** Letters beyond ASCII are allowed, and converted to what clients send: the form they have in URLs. */
const ALLOWED = /^(?<wildcard>\*\.)?(?<name>\[[\da-f:.]+\]|[\p{L}\p{M}\p{N}._-]+)(?::(?<port>\d{1,5}))?$/iu;
const BARE_IPV6 = /^[\da-f]*:[\da-f]*:[\da-f:.]*$/i;

/** A host name that clients may use, in the form it has in URLs. */
export interface AllowedHost {
  /** `*.` in front matches every name below it. */
  readonly name: string;
  /** The only port that is allowed; any port if it is absent. */
  readonly port: string | undefined;
}

/**
 * Lets requests through whose `Host` is one of the server's names. This prevents DNS rebinding: a web page cannot reach a
 * server on the visitor's machine by making its own name resolve to 127.0.0.1.
 *
 * @param onRefused Is called for each host that is refused
 */
export function hostGate(allowed: readonly string[], onRefused: OnRefused): Gate {
  const hosts = new Set(allowed.map(parseAllowedHost).map(({ name, port }) => `${name}:${port ?? "*"}`));
  // The last one that was allowed, because nearly all requests name the same.
  let known: string | undefined;
  return ({ host: header }) => {
    if (header === known) return undefined;
    const host = parseHost(header);
    if (host === undefined) return forbidden("host", header, onRefused);
    // Clients leave out the default port of http or https.
    const ports = ["*", ...(host.port === undefined ? ["80", "443"] : [host.port])];
    const isAllowed = wildcardsOf(host.name).some((name) => ports.some((port) => hosts.has(`${name}:${port}`)));
    if (!isAllowed) return forbidden("host", header, onRefused);
    known = header;
    return undefined;
  };
}

/**
 * Reads an entry of `allowedHosts`: a name or an IP address in any letter case, with or without a port. IPv6 addresses may
 * have brackets.
 *
 * @throws TypeError that shows examples of valid entries
 */
export function parseAllowedHost(entry: string): AllowedHost {
  const { wildcard = "", name, port } = ALLOWED.exec(BARE_IPV6.test(entry) ? `[${entry}]` : entry)?.groups ?? {};
  if (name !== undefined && URL.canParse(`http://${name}`)) {
    return { name: wildcard + new URL(`http://${name}`).hostname, port };
  }
  throw optionError("allowedHosts", (option) => {
    return `${option} takes names such as "example.com", "example.com:8443" or "*.example.com", not ${JSON.stringify(entry)}.`;
  });
}

/** Splits a `Host` header into name and port. Returns `undefined` if it is invalid. */
export function parseHost(header: string): { readonly name: string; readonly port: string | undefined } | undefined {
  const { name, port } = HOST.exec(header)?.groups ?? {};
  if (name === undefined) return undefined;
  // An IPv6 address can be written in several ways; URLs have only one.
  const isIpv6 = name.startsWith("[") && URL.canParse(`http://${name}`);
  return { name: isIpv6 ? new URL(`http://${name}`).hostname : name.toLowerCase(), port };
}
