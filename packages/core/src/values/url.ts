import { type Codec, defineCodec, isString } from "./codec.js";

/** `URL` as a URI. */
export const urlCodec: Codec = defineCodec({
  is: (value) => value instanceof URL,
  isJson: isString,
  decode: (text) => new URL(text),
  encode: (url) => toUri(url.href),
});

/** `URL` leaves characters as they are that RFC 3986, and with it `format: uri`, wants escaped. */
function toUri(href: string): string {
  const [, start = "", path = "", fragment = ""] =
    /^([a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?)([^#]*)(?:#(.*))?$/is.exec(href) ?? [];
  return start + escapeUri(path) + (href.includes("#") ? `#${escapeUri(fragment)}` : "");
}

function escapeUri(text: string): string {
  return text.replace(/[^a-z0-9\-._~!$&'()*+,;=:@/?%]|%(?![0-9a-f]{2})/giu, (character) =>
    encodeURIComponent(character),
  );
}
