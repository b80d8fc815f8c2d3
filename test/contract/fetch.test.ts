import { runContract } from "./run-contract.js";
import { webFetch } from "./ways.js";

runContract(webFetch);
