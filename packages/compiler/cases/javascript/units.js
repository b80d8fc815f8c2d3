export const UNITS = /** @type {const} */ (["page", "word"]);
