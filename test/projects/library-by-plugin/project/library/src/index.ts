export { Alarm } from "./alarm.js";
export { Health } from "./health.js";
