/** What a client accepts. */
export interface Accepted {
  /** It names event streams explicitly. */
  readonly events: boolean;
  /** It accepts JSON: by name, by a wildcard, or because it has no `Accept` header. */
  readonly json: boolean;
  /** It accepts anything, or has no `Accept` header. */
  readonly any: boolean;
}

/** Reads the `Accept` header of a request, in any letter case. */
export function readAccept({ headers }: { readonly headers: Pick<Headers, "get"> }): Accepted {
  const header = headers.get("accept")?.trim() || "*/*";
  if (header === OF_OFFICIAL_CLIENTS) return BOTH;
  const types = new Set(header.toLowerCase().split(",").flatMap(readRange));
  const any = types.has("*/*");
  return {
    events: types.has("text/event-stream") || types.has("text/*"),
    json: any || types.has("application/json") || types.has("application/*"),
    any,
  };
}

const OF_OFFICIAL_CLIENTS = "application/json, text/event-stream";
const BOTH: Accepted = { events: true, json: true, any: false };

/** The media type, unless its quality is 0, which means that it is not accepted. */
function readRange(range: string): string[] {
  const [type = "", ...parameters] = range.split(";");
  const isUnwanted = parameters.some((parameter) => /^\s*q\s*=\s*0(?:\.0*)?\s*$/.test(parameter));
  return isUnwanted ? [] : [type.trim()];
}
