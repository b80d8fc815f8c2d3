export { containFailures } from "./contain-failures.js";
