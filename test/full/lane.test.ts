import { runLane } from "../support/lane/run-lane.js";

runLane({ oneOf: 1, mutations: 1_000, onePairOf: 1, triples: 1_000, seed: Number(process.env.LANE_SEED ?? 2) });
