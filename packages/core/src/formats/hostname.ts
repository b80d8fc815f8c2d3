/** `hostname`: RFC 1123, for example `www.example.com`. Punycode labels are not decoded. */
export function isHostname(text: string): boolean {
  return text.length <= MAX_HOSTNAME && text.split(".").every((label) => LABEL.test(label));
}

const MAX_HOSTNAME = 253;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
