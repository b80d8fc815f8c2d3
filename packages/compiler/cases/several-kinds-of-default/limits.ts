export const LIMITS = { max: 1_000 } as const;
