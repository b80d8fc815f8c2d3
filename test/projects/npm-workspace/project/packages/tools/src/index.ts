export { Health } from "./health";
export { Rooms } from "./rooms";
