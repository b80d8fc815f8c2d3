export function format(...parts: unknown[]): string {
  return parts.join(" ");
}
