import { runLane } from "../support/lane/run-lane.js";

runLane({ oneOf: 1, mutations: 1_000, openers: 3, seed: Number(process.env.LANE_SEED ?? 2) });
