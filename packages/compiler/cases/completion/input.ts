import { prompt } from "@plainmcp/core";

export class Completion {
  /** By methods, and by its type. */
  @prompt({ complete: { city: "cities", street: "streets" } })
  packing(city: string, street?: string, unit: "C" | "F" = "C"): string {
    return city + street + unit;
  }

  protected async cities(value: string): Promise<string[]> {
    return [value];
  }

  streets(value: string, others: Record<string, string> = {}): Set<string> {
    return new Set([value, ...Object.values(others)]);
  }
}
