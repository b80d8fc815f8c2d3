/** What a client says it can take. */
export interface Accepted {
  /** It names event streams. */
  readonly events: boolean;
  /** It takes JSON: names it, takes anything, or says nothing. */
  readonly json: boolean;
  /** It takes anything, or says nothing. */
  readonly any: boolean;
}

/** Reads the `Accept` header of a request, in which letter case does not count. */
export function readAccept({ headers }: Request): Accepted {
  const header = headers.get("accept")?.trim() || "*/*";
  const types = new Set(header.toLowerCase().split(",").flatMap(readRange));
  const any = types.has("*/*");
  return {
    events: types.has("text/event-stream") || types.has("text/*"),
    json: any || types.has("application/json") || types.has("application/*"),
    any,
  };
}

/** The media type, unless its quality says that it is not wanted. */
function readRange(range: string): string[] {
  const [type = "", ...parameters] = range.split(";");
  const isUnwanted = parameters.some((parameter) => /^\s*q\s*=\s*0(?:\.0*)?\s*$/.test(parameter));
  return isUnwanted ? [] : [type.trim()];
}
