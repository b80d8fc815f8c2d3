import { tool } from "@plainmcp/core";

/**
 * Weather for any city.
 * @title The {@link Weather weather}
 *   of today
 */
export class Weather {
  /** Temperature of a city. */
  @tool
  current(city: string): void {}
}
