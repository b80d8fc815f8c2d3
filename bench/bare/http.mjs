// A server over HTTP without any library: `TOOLS=50 PORT=3000 node http.mjs`.
import { answer } from "./answer.mjs";
import { serveHttp } from "./serve-http.mjs";

serveHttp(answer);
