import { runContract } from "./run-contract.js";
import { statelessFetch } from "./ways.js";

runContract(statelessFetch);
