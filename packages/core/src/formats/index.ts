import { isDate } from "./date.js";
import { isDateTime } from "./date-time.js";
import { isDuration } from "./duration.js";
import { isEmail } from "./email.js";
import { isHostname } from "./hostname.js";
import { isIpv4 } from "./ipv4.js";
import { isIpv6 } from "./ipv6.js";
import { isRegex } from "./regex.js";
import { isTime } from "./time.js";
import { isUri } from "./uri.js";
import { isUuid } from "./uuid.js";

/** A `format` that is asserted. */
export interface Format {
  readonly test: (text: string) => boolean;
  /** Says in a message what is expected. */
  readonly expected: string;
}

/** Every `format` that is asserted; all others are annotations. No test backtracks. */
export const FORMATS: ReadonlyMap<string, Format> = new Map([
  ["date", { test: isDate, expected: 'a date such as "2026-01-31"' }],
  ["date-time", { test: isDateTime, expected: 'a date and time with offset, such as "2026-01-31T12:00:00Z"' }],
  ["duration", { test: isDuration, expected: 'an ISO 8601 duration such as "P1DT12H"' }],
  ["email", { test: isEmail, expected: 'an e-mail address such as "name@example.com"' }],
  ["hostname", { test: isHostname, expected: 'a host name such as "www.example.com"' }],
  ["ipv4", { test: isIpv4, expected: 'an IPv4 address such as "192.0.2.1"' }],
  ["ipv6", { test: isIpv6, expected: 'an IPv6 address such as "2001:db8::1"' }],
  ["regex", { test: isRegex, expected: "a regular expression (ECMAScript, unicode mode)" }],
  ["time", { test: isTime, expected: 'a time with offset, such as "12:00:00Z"' }],
  ["uri", { test: isUri, expected: 'a URI such as "https://example.com/path"' }],
  ["uuid", { test: isUuid, expected: 'a UUID such as "123e4567-e89b-12d3-a456-426614174000"' }],
]);
