/**
 * `time`: RFC 3339 full-time with an offset, for example `12:00:00Z`. A leap second is allowed only at 23:59:60 UTC.
 */
export function isTime(text: string): boolean {
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i.exec(text);
  if (match === null) return false;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [offsetHour, offsetMinute] = [Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second < 60) return true;
  const offset = (offsetHour * 60 + offsetMinute) * (match[4] === "-" ? -1 : 1);
  const minuteOfDay = (hour * 60 + minute - offset + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  return minuteOfDay === MINUTES_OF_DAY - 1;
}

const MINUTES_OF_DAY = 24 * 60;
