import { prompt } from "@plainmcp/core";

export class Completion {
  /** By methods, and by its type. */
  @prompt({ complete: { city: "cities", street: "streets" } })
  packing(city: string, street?: string, unit: "C" | "F" = "C"): string {
    return city + street + unit;
  }

  protected async cities<Text extends string>(value: Text): Promise<Text[]> {
    return [value];
  }

  streets(value: string, others: Record<string, string> = {}): Set<string> {
    return new Set([value, ...Object.values(others)]);
  }
}
