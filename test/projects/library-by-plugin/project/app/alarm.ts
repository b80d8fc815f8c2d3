export { Alarm as default } from "@clocks/tools";
