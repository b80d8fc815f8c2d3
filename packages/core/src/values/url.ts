import { defineValueType, isString, type ValueType } from "./value-type.js";

/** `URL` as a URI. */
export const urlType: ValueType = defineValueType({
  is: (value) => value instanceof URL,
  isJson: isString,
  decode: (text) => new URL(text),
  encode: (url) => toUri(url.href),
  text: { keyword: "format", test: (text) => URL.canParse(text), expected: "an absolute URL" },
  format: "uri",
});

/** Escapes the characters that `URL` leaves unescaped, but RFC 3986, and so `format: uri`, requires to be escaped. */
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
