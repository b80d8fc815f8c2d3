import type { CacheHint, Manifest, ManifestJson, ServerInfo } from "../manifest/manifest.js";
import type { FetchOptions } from "../outgoing/fetch-options.js";
import type { Middleware } from "../primitives/middleware.js";
import type { ErrorPolicy } from "../reporting/error-policy.js";
import type { ErrorReporter } from "../reporting/error-report.js";
import type { Skills } from "../skills/skills.js";
import type { TaskOptions } from "../tasks/task-settings.js";

/**
 * Options of `defineServer`.
 *
 * @example
 * ```ts
 * defineServer(Weather, { info: { version: "2.0.0" }, secret: process.env.SECRET, pageSize: 50 });
 * ```
 */
export interface DefineServerOptions {
  /** The manifest, as `plainmcp manifest` writes it. @default the one that the build registered for each class */
  readonly manifest?: Manifest | ManifestJson;
  /**
   * Replaces single fields of the manifest's server info. A server without a manifest is called `server`, version 0.0.0,
   * unless this names it.
   */
  readonly info?: Partial<ServerInfo>;
  /**
   * Protects data that travels through clients and must come back unchanged, such as the state of questions and
   * cursors. At least 32 characters; use the same secret in every process that serves the same clients. To rotate it,
   * pass several: the first protects new data, and data that the others protect is still accepted. @default random, and
   * lost when the process ends
   */
  readonly secret?: string | readonly string[];
  /** Skills that the server offers to agents; see `@plainmcp/core/skills`. @default none */
  readonly skills?: Skills;
  /**
   * How the server stores tasks, the calls that continue after their answer. @default used if a tool has the option
   * `task`
   */
  readonly tasks?: TaskOptions;
  /** The most entries on one page of a list, at least 1. @default all on one page */
  readonly pageSize?: number;
  /**
   * How long clients may cache the lists and what they learn when they connect. `@resource` has the same option for
   * single resources. @default not at all
   */
  readonly cache?: CacheHint;
  /**
   * What clients older than 2026-07-28 see of tools whose option `requires` names a capability that they lack: `"hidden"`
   * leaves these tools out of their lists. Clients of 2026-07-28 always see all tools, because its lists are the same for
   * every client. Calls are refused in any case. @default "listed"
   */
  readonly unsupported?: "listed" | "hidden";
  /**
   * What the tools take that do not have the option themselves. `"lenient"` drops properties that a tool does not know, and
   * reads text and `null` as what they were meant for; see `ToolOptions.arguments`. @default "strict"
   */
  readonly arguments?: "strict" | "lenient";
  /** How `ctx.fetch` makes outgoing calls. @default public addresses only, 2 retries */
  readonly fetch?: FetchOptions;
  /** Middleware around every call, outermost first; see {@link Middleware}. @default none */
  readonly use?: readonly Middleware[];
  /**
   * What clients get of an error that is not meant for them, whatever throws it: a tool, a resource, a prompt, a
   * completion, a task or middleware. `"masked"`: only a reference to the log. `"exposed"`: its message, but no
   * stack. A function may return a `ToolError` to be answered in its place, or `undefined` to keep it masked.
   * @default "masked"
   */
  readonly errors?: ErrorPolicy;
  /**
   * Receives every error of which clients see only a reference, as it was thrown: it may contain control characters that a
   * client has sent. Warnings come once, and then each minute with the number of further ones.
   * @default writes them to stderr, escaped; of many failures of a kind, ten in each minute, and the number of further ones
   */
  readonly onError?: ErrorReporter;
}
