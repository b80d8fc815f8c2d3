export { createServerFactory } from "./create-server-factory.js";
