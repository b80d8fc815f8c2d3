import { runLane } from "./support/lane/run-lane.js";

// `test/full/lane.test.ts` says more.
runLane({ oneOf: 18, mutations: 50, onePairOf: 2, triples: 0, seed: Number(process.env.LANE_SEED ?? 1) });
