// The one file that imports TypeScript, so that another engine can take its place.
import ts from "@typescript/typescript6";

export { ts };
