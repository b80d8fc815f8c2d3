import { Agent, request } from "node:http";
import { OpenAnswer, type SendHttp } from "./open-answer.js";

/** Sends requests over sockets to a server on this machine. */
export function sendByNode(url: string): SendHttp & { close(): void } {
  const agent = new Agent({ keepAlive: true });
  const send: SendHttp = ({ method, headers, body }) => {
    const answer = new OpenAnswer();
    const fail = (error: unknown): void => {
      if (!answer.gone.signal.aborted) answer.add(`${error}`);
      answer.end();
    };
    try {
      const sending = request(url, { method, agent, signal: answer.gone.signal });
      for (const [name] of headers)
        sending.setHeader(
          name,
          headers.filter(([other]) => other === name).map(([, value]) => value),
        );
      sending.on("error", fail);
      sending.on("response", (response) => {
        const told = Object.entries(response.headers).map(([name, value]) => [name, String(value)] as const);
        answer.begin(response.statusCode ?? 0, told);
        response.setEncoding("utf8");
        response.on("data", (text: string) => answer.add(text));
        response.on("end", () => answer.end());
        response.on("error", fail);
      });
      sending.end(body);
    } catch (error) {
      fail(error);
    }
    return answer;
  };
  return Object.assign(send, { close: () => agent.destroy() });
}
