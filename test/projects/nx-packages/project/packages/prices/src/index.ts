export * from "./lib/prices.js";
