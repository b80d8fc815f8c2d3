#!/usr/bin/env node
import module from "node:module";

// The TypeScript compiler is large: from Node 22 on, it is parsed once and not at every start.
module.enableCompileCache?.();
await import("../dist/main.js");
