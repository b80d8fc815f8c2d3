import { runContract } from "./run-contract.js";
import { memory } from "./ways.js";

runContract(memory);
