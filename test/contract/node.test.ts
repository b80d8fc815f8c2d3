import { runContract } from "./run-contract.js";
import { node } from "./ways.js";

runContract(node);
