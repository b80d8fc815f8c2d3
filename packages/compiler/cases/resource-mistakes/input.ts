import { resource } from "@plainmcp/core";

export class Mistakes {
  /** A variable without a parameter. */
  @resource("a://{id}/{other}")
  variable(id: string): string {
    return "";
  }

  /** A parameter without a variable. */
  @resource("b://{id}")
  parameter(id: string, extra?: string): string {
    return "";
  }

  /** Types that no text stands for. */
  @resource("c://{at}/{list}/{any}")
  types(at: Date, list: string[], any: { id: string }): string {
    return "";
  }

  /** No URI. */
  @resource("just/a/path")
  path(): string {
    return "";
  }

  /** Not closed. */
  @resource("d://{id")
  open(id: string): string {
    return "";
  }

  /** No argument. */
  // @ts-expect-error
  @resource()
  none(): string {
    return "";
  }
  /** Not called. */
  @resource
  bare(): string {
    return "";
  }
}
