export { Rooms as default } from "@hotel/tools";
