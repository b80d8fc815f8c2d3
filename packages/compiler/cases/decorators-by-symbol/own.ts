export { tool as exposed } from "@plainmcp/core";

export function own(_value: unknown, _context: unknown): void {}
