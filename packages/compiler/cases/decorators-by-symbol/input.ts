import * as core from "@plainmcp/core";
import { tool as offer } from "@plainmcp/core";
import { tool as foreign } from "./foreign.js";
import { exposed, own } from "./own.js";

const readOnly = offer({ annotations: { readOnlyHint: true } });
const alias = core.tool;

export class Symbols {
  /** Renamed. */
  @offer
  renamed(): void {}

  /** In a namespace. */
  @core.tool({ title: "Namespace" })
  namespace(): void {}

  /** Exported again. */
  @exposed
  exported(): void {}

  /** Made before. */
  @readOnly
  made(): void {}

  /** Another name. */
  @alias()
  aliased(): void {}

  /** In parentheses. */
  @(offer)
  parentheses(): void {}

  /** Together with another decorator. */
  @own
  @offer
  wrapped(): void {}

  /** Another library's. */
  @foreign
  foreign(): void {}
}
