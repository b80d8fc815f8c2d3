import { optionError } from "@plainmcp/core/internal/engine";

/** The path of health checks. */
export const HEALTH_PATH = "/healthz";

/**
 * The path of an endpoint as it appears in the URLs of requests: `/é` becomes `/%C3%A9`, and `/a/../b` becomes `/b`.
 *
 * @throws TypeError when the path is invalid, with the reason
 */
export function toEndpointPath(path: string): string {
  const refuse = (why: string) => optionError("path", (name) => `${name} must ${why}.`);
  if (!path.startsWith("/")) throw refuse(`begin with a slash, but is ${JSON.stringify(path)}`);
  if (/[?#]/.test(path)) throw refuse(`not contain "?" or "#", but is ${JSON.stringify(path)}`);
  const { pathname } = new URL(`http://localhost${path}`);
  if (pathname === HEALTH_PATH) throw refuse(`not be ${HEALTH_PATH}, which answers health checks`);
  return pathname;
}
