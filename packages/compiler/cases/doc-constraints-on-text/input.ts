import { tool } from "@plainmcp/core";

export class Mistakes {
  /**
   * Nothing is left for these constraints to be about.
   * @param when A date @maxLength 5
   * @param link An address @format email
   * @param count A number @pattern ^1
   * @param bytes Bytes @minLength 4
   * @param any One or the other @maxLength 5
   * @param place.at A date in every branch @minLength 3
   */
  @tool
  parameters(
    when: Date,
    link: URL | null,
    count: bigint,
    bytes: Uint8Array,
    any: bigint | Date | number,
    place: { t: "a"; at: Date } | { t: "b"; at: URL },
  ): void {}

  /** Nor in a result. */
  @tool
  result(): {
    /** @format date */
    day: Date;
  } {
    return { day: new Date(0) };
  }

  /**
   * A set is an array, and no text.
   * @param tags Tags @minimum 1
   */
  @tool
  set(tags: Set<string>): void {}
}
