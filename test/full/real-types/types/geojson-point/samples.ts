import type GeojsonPoint from "./server.js";

type Value = ReturnType<GeojsonPoint["give"]>;

export const accepts: readonly Value[] = [
  { type: "Feature", properties: { name: "a" }, geometry: { type: "Point", coordinates: [1, 2] } },
];

export const rejects: readonly unknown[] = [
  { type: "Feature", properties: {}, geometry: { type: "Point", coordinates: [1, 2] } },
];
