import { serveStdio } from "@plainmcp/transport-stdio";
import Paths from "./server";

if (require.main === module) void serveStdio(Paths);
