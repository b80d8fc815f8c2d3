export function tool(_value: unknown, _context: unknown): void {}
