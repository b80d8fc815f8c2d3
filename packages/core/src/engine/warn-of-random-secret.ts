import type { ServerContext } from "@modelcontextprotocol/server";
import type { Registry } from "../registry/registry.js";
import { OperatorWarning } from "../reporting/operator-warning.js";
import { reportError } from "../reporting/report-error.js";

const warned = new WeakSet<Registry>();

/** Says once what comes of having no secret: over HTTP the answer may reach another process, or this one restarted. */
export function warnOfRandomSecret({ http }: ServerContext, registry: Registry): void {
  if (!registry.secretKey.isRandom || http?.req === undefined || warned.has(registry)) return;
  warned.add(registry);
  const warning =
    "This server asks its clients something over HTTP and has no secret: only this process can take their answers. " +
    "Set one that all its processes share: defineServer(target, { secret }).";
  reportError(new OperatorWarning(warning), "a question", registry);
}
