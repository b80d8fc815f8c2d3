export type Unit = "celsius" | "fahrenheit";

export function toKelvin(degrees: number, unit: Unit): number {
  return unit === "celsius" ? degrees + 273 : toKelvin(((degrees - 32) * 5) / 9, "celsius");
}
