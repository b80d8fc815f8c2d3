import { runContract } from "./run-contract.js";
import { stdio } from "./ways.js";

runContract(stdio);
