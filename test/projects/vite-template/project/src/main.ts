import { serveStdio } from "@plainmcp/transport-stdio";
import { Converter } from "./server.ts";

await serveStdio(Converter);
