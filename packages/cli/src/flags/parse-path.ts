/** The path of an endpoint; `undefined` when the text is none, or is where health checks are answered. */
export function parsePath(text: string): string | undefined {
  return /^\/[^?#]*$/.test(text) && text !== "/healthz" ? text : undefined;
}

/** What {@link parsePath} takes, for people who wrote something else. */
export const PATH_RULE = 'A path starts with a slash, has no "?" and no "#", and is not /healthz.';
