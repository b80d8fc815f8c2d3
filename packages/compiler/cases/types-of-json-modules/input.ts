import { tool } from "@plainmcp/core";
import cities from "./cities.json" with { type: "json" };

type City = (typeof cities)["list"][number];

export class Cities {
  /** What a JSON file has. */
  @tool
  add(city: City, key: keyof typeof cities): typeof cities {
    return cities;
  }
}
