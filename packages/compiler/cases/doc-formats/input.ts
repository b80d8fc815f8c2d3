import { tool } from "@plainmcp/core";

export class Formats {
  /**
   * Takes texts of some form.
   * @param mail Known, and asserted @format email
   * @param other Known, though nobody asserts it @format idn-email
   * @param phone Not known @format phone-number
   */
  @tool
  take(mail: string, other: string, phone: string): void {}
}
