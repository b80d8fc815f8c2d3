import { tool } from "@plainmcp/core";

declare global {
  interface AppConfig {
    region: "eu" | "us";
  }
}

export class Regions {
  /** A type of the whole program. */
  @tool
  move(config: AppConfig): AppConfig {
    return config;
  }
}
