export const PREFIX = "acme";
export const PATH = "all";
export const LIST = [1, 2] as const;
export const HINTS = { readOnlyHint: true, title: "Hint" };
export const ICON = { src: "https://example.com/icon.png", sizes: ["any"] };
