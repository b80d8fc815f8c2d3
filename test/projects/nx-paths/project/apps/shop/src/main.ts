import { serveStdio } from "@plainmcp/transport-stdio";
import { Orders } from "@shop/orders";

serveStdio(Orders);
