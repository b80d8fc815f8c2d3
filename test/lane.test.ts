import { runLane } from "./support/lane/run-lane.js";

// `test/full/lane.test.ts` says everything.
runLane({ oneOf: 9, mutations: 100, openers: 2, seed: Number(process.env.LANE_SEED ?? 1) });
