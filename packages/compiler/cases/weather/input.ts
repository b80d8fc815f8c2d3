import { type Context, prompt, resource, tool } from "@plainmcp/core";

interface Reading {
  city: string;
  /** In the unit asked for. */
  temperature: number;
  at: Date;
}

/** Weather for any city. Ask for the current reading before giving advice. */
export default class Weather {
  /**
   * Current reading for a city.
   * @param city City name, for example "Paris"
   * @param unit Unit of the temperature
   */
  @tool({ annotations: { readOnlyHint: true } })
  async current(city: string, unit: "C" | "F" = "C", _ctx?: Context): Promise<Reading> {
    return { city, temperature: unit === "C" ? 20 : 68, at: new Date() };
  }

  /** Report for a city. */
  @resource("weather://{city}/report")
  report(city: string): Reading {
    return { city, temperature: 20, at: new Date() };
  }

  /** Packing advice. @param city Where the trip goes */
  @prompt
  packing(city: string) {
    return `What should I pack for ${city}?`;
  }
}
