import type { ServerControls } from "../context.js";
import type { ChangeBus } from "../stores/change-bus.js";
import type { Primitives } from "./primitive.js";

/** What a server offers. Primitives can be taken out of the lists and put back. */
export interface Catalog {
  /** All of them, whether enabled or not. */
  readonly declared: Primitives;
  /** The primitives that are enabled at the moment: the same object until that changes. */
  enabled(): Primitives;
  readonly controls: ServerControls;
  readonly changes: ChangeBus;
}
