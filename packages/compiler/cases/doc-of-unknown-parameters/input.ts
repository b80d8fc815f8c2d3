import { tool } from "@plainmcp/core";

export class Cities {
  /**
   * Finds one.
   * @param citty A misspelt name
   * @param options How
   * @param options.deap A misspelt property
   * @param options.deep A property
   */
  @tool
  find(city: string, options: { deep: boolean }): void {}

  /**
   * Finds another.
   * @param city Where
   * @param unitt A misspelt property
   */
  @tool
  flat({ city, unit }: { city: string; unit?: string }): void {}

  /**
   * Takes nothing.
   * @param city What is not there
   */
  @tool
  none(): void {}
}
