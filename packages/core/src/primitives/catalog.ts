import type { ServerControls } from "../context.js";
import type { ChangeBus } from "../stores/change-bus.js";
import type { Primitives } from "./primitive.js";

/** What a server offers. Its primitives can be disabled and enabled. */
export interface Catalog {
  /** All of them, whether enabled or not. */
  readonly declared: Primitives;
  /** The enabled primitives. Returns the same object until they change. */
  enabled(): Primitives;
  readonly controls: ServerControls;
  readonly changes: ChangeBus;
}
