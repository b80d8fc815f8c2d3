import { createSeal } from "../ask/seal.js";
import type { Report } from "../reporting/create-report.js";
import { OperatorWarning } from "../reporting/operator-warning.js";
import type { SecretKey } from "../secret/create-secret-key.js";
import { ToolError } from "../tool-error.js";
import { canonicalText } from "../validation/canonical-text.js";
import type { ClientRequest } from "./client-request.js";
import { principalOf } from "./principal-of.js";

/** Writes and reads the cursors that methods give out: sealed texts that say where the next items begin. */
export interface PageCursors {
  /** @throws TypeError when `next` is not JSON, or too long */
  write(next: unknown, paged: PagedCall): Promise<string>;
  /** @throws ToolError when the cursor was not written for this caller and what they call */
  read(cursor: string, paged: PagedCall): Promise<unknown>;
}

/** The call that a cursor belongs to. */
export interface PagedCall {
  readonly request: Pick<ClientRequest, "caller" | "isConnected">;
  /** What is called, such as `tool "search"`, or the template of a resource. */
  readonly pagesOf: string;
}

/** Makes the cursors of one server. They use its secret. */
export function createPageCursors(serverName: string, secretKey: SecretKey, report: Report): PageCursors {
  const seal = createSeal(() => secretKey.all("page cursors"));
  let hasWarned = false;
  const bindingOf = ({ request, pagesOf }: PagedCall) =>
    canonicalText([serverName, pagesOf, principalOf(request.caller)]);
  return {
    async write(next, paged) {
      const text: string | undefined = JSON.stringify(next, refuseNonJson);
      if (text === undefined)
        throw new TypeError("ctx.page(items, next): next must be JSON, not a function or symbol.");
      if (text.length > MAX_LENGTH) {
        const sizes = `${text.length} characters, ${MAX_LENGTH} at most`;
        throw new TypeError(`ctx.page(items, next): next is too long (${sizes}). Keep only what finds the next items.`);
      }
      if (secretKey.isRandom && !hasWarned && !paged.request.isConnected) {
        hasWarned = true;
        report(new OperatorWarning(RANDOM_SECRET), paged.pagesOf);
      }
      return seal.seal(text, bindingOf(paged));
    },
    async read(cursor, paged) {
      const text = await seal.open(cursor, bindingOf(paged));
      if (text === undefined) throw new ToolError(INVALID_CURSOR);
      return JSON.parse(text);
    },
  };
}

/** The model carries the cursor, so it has to be short. */
const MAX_LENGTH = 2000;

const INVALID_CURSOR =
  "The cursor is not valid: it was changed, belongs to something else, or the server has been restarted. Begin again without a cursor.";

const RANDOM_SECRET =
  "This server gives out cursors over HTTP but has no secret, so only this process can read them. " +
  "Set a secret that all its processes share: defineServer(target, { secret }).";

/** JSON has `null` for `NaN`: the method would begin again, and the pages would never end. */
function refuseNonJson(_: string, value: unknown): unknown {
  const isJson = typeof value === "number" ? Number.isFinite(value) : typeof value !== "bigint";
  if (!isJson) throw new TypeError(`ctx.page(items, next): next must be JSON, not the ${typeof value} ${value}.`);
  return value;
}
