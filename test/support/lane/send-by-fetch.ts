import { OpenAnswer, type SendHttp } from "./open-answer.js";

/** Sends requests to the handler of `createHttpHandler`. */
export function sendByFetch(fetch: (request: Request) => Promise<Response>): SendHttp {
  return ({ method, headers, body }) => {
    const answer = new OpenAnswer();
    void (async () => {
      try {
        const init = { method, headers: headers.map(([name, value]): [string, string] => [name, value]) };
        const { signal } = answer.gone;
        const request = new Request("http://localhost/mcp", { ...init, signal, ...(body !== undefined && { body }) });
        const response = await fetch(request);
        answer.begin(response.status, response.headers);
        const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
        signal.addEventListener("abort", () => void reader?.cancel().catch(() => undefined));
        for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) answer.add(next.value);
      } catch (error) {
        answer.add(`\n${error}`);
      }
      answer.end();
    })();
    return answer;
  };
}
