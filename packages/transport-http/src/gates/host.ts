import { optionError } from "@plainmcp/core/internal/engine";
import type { Gate } from "../exchange.js";
import { forbidden, type OnRefused } from "./forbidden.js";
import { wildcardsOf } from "./wildcards-of.js";

/** Names a server on this machine goes by. */
export const LOOPBACK_HOSTS: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

const HOST = /^(?<name>\[[\da-f:.]+\]|[^\s:/\\?#@[\]*]+)(?::(?<port>\d{1,5}))?$/i;
/** Letters beyond ASCII too: clients send them as URLs do. */
const ALLOWED = /^(?<wildcard>\*\.)?(?<name>\[[\da-f:.]+\]|[\p{L}\p{M}\p{N}._-]+)(?::(?<port>\d{1,5}))?$/iu;
const BARE_IPV6 = /^[\da-f]*:[\da-f]*:[\da-f:.]*$/i;

/** A name that clients may use, in the form of URLs. */
export interface AllowedHost {
  /** With `*.` in front for every name below it. */
  readonly name: string;
  /** The only port that is meant. */
  readonly port: string | undefined;
}

/**
 * Lets requests through that were meant for this server. It keeps a web page from reaching a server on the visitor's
 * machine by letting its own name resolve to 127.0.0.1.
 *
 * @param onRefused Is told of each host that is refused
 */
export function hostGate(allowed: readonly string[], onRefused: OnRefused): Gate {
  const hosts = new Set(allowed.map(parseAllowedHost).map(({ name, port }) => `${name}:${port ?? "*"}`));
  return ({ request }) => {
    // Runtimes that hide the header have put it into the URL.
    const header = request.headers.get("host") ?? new URL(request.url).host;
    const host = parseHost(header);
    if (host === undefined) return forbidden("host", header, onRefused);
    // A client leaves the port out when it is the usual one of http or https.
    const ports = ["*", ...(host.port === undefined ? ["80", "443"] : [host.port])];
    const isAllowed = wildcardsOf(host.name).some((name) => ports.some((port) => hosts.has(`${name}:${port}`)));
    return isAllowed ? undefined : forbidden("host", header, onRefused);
  };
}

/**
 * Reads an entry of `allowedHosts`: a name or an address, IPv6 with or without brackets, with a port or without, in any
 * case.
 *
 * @throws TypeError that shows what an entry looks like
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

/** Splits a `Host` header; `undefined` when it is not one. */
export function parseHost(header: string): { readonly name: string; readonly port: string | undefined } | undefined {
  const { name, port } = HOST.exec(header)?.groups ?? {};
  if (name === undefined) return undefined;
  // One IPv6 address can be written in many ways.
  const isIpv6 = name.startsWith("[") && URL.canParse(`http://${name}`);
  return { name: isIpv6 ? new URL(`http://${name}`).hostname : name.toLowerCase(), port };
}
