/** Nobody has mended this yet: no contract depends on it. */
export function forecast(): string {
  const degrees: number = "warm";
  return String(degrees);
}
