export const SHELVES = ["first shelf", "second shelf"] as const;
