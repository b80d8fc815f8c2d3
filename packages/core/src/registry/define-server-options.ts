import type { CacheHint, Manifest, ManifestJson, ServerInfo } from "../manifest/manifest.js";
import type { Middleware } from "../primitives/middleware.js";
import type { ErrorReporter } from "../reporting/error-report.js";
import type { Skills } from "../skills/skills.js";
import type { TaskOptions } from "../tasks/task-settings.js";

/** Options of `defineServer`. */
export interface DefineServerOptions {
  /** The contract, as `plainmcp manifest` writes it. @default what the build registered for each class */
  readonly manifest?: Manifest | ManifestJson;
  /** Replaces single fields of what the manifest says of the server. */
  readonly info?: Partial<ServerInfo>;
  /**
   * Protects what travels through clients and must come back unchanged, such as the state of questions and the cursors
   * of lists. At least 32 characters, the same in every process that serves the same clients. Of several, the first is
   * used, and what the others protected is still taken. @default random, so that it ends with the process
   */
  readonly secret?: string | readonly string[];
  /** Instructions for agents that the server brings along: see `@plainmcp/core/skills`. @default none */
  readonly skills?: Skills;
  /** How tasks are kept: calls that go on after they have been answered. @default on as soon as a tool has the option `task` */
  readonly tasks?: TaskOptions;
  /** Most entries on one page of a list, from 1 up. @default all on one page */
  readonly pageSize?: number;
  /**
   * How long clients may keep the lists and what they learn when they connect; for single resources, `@resource` has the
   * same option. @default not at all
   */
  readonly cache?: CacheHint;
  /** What runs around every call, the outermost first: see {@link Middleware}. @default nothing */
  readonly use?: readonly Middleware[];
  /** Is told every error that clients see only a reference of. @default writes it to stderr */
  readonly onError?: ErrorReporter;
}
