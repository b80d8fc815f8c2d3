import type GeojsonFeatures from "./server.js";

type Value = Parameters<GeojsonFeatures["take"]>[0];

export const accepts: readonly Value[] = [
  {
    type: "FeatureCollection",
    features: [{ type: "Feature", properties: null, geometry: { type: "Point", coordinates: [1, 2] } }],
  },
];

export const rejects: readonly unknown[] = [
  { type: "FeatureCollection" },
  {
    type: "FeatureCollection",
    features: [{ type: "Feature", properties: null, geometry: { type: "Point", coordinates: "here" } }],
  },
];
