import { optionError } from "@plainmcp/core/internal/engine";

/** Where health checks are answered. */
export const HEALTH_PATH = "/healthz";

/**
 * The path of an endpoint as it appears in the URLs of requests: `/é` becomes `/%C3%A9`, and `/a/../b` becomes `/b`.
 *
 * @throws TypeError that says what is wrong with it
 */
export function toEndpointPath(path: string): string {
  const refuse = (why: string) => optionError("path", (name) => `${name} must ${why}.`);
  if (!path.startsWith("/")) throw refuse(`begin with a slash, unlike ${JSON.stringify(path)}`);
  if (/[?#]/.test(path)) throw refuse(`have no "?" and no "#", unlike ${JSON.stringify(path)}`);
  const { pathname } = new URL(`http://localhost${path}`);
  if (pathname === HEALTH_PATH) throw refuse(`not be ${HEALTH_PATH}, where health checks are answered`);
  return pathname;
}
