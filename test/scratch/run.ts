import { compile } from "../../packages/compiler/src/compile.js";
import { createRegistry } from "../../packages/core/src/registry/create-registry.js";
