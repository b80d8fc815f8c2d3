import { LineConnection } from "./line-connection.js";
import { modernParams } from "./modern-message.js";
import { contentText, resultText } from "./result-text.js";
import { PLAINMCP } from "./serve.js";
import { compileAhead } from "./warm-command.js";
import type { Message } from "./wire-schemas.js";

const REGISTER = new URL("../../packages/compiler/dist/register/register.js", import.meta.url).href;

/** What the client declares in each request: all capabilities that the pages of the guide show. */
const META = {
  "io.modelcontextprotocol/clientCapabilities": {
    elicitation: {},
    extensions: { "io.modelcontextprotocol/tasks": {} },
  },
};

/** Stands for a cursor in a transcript. */
const HIDDEN = "…";

/** The line by which a client ends the connection after a request. */
const LEAVES = "(closes stdin)";

interface Answer {
  readonly action: string;
  readonly content?: unknown;
}

/**
 * Replays a transcript: starts the server with the command in its first line, sends the requests in its `→` lines, and
 * returns the resulting transcript.
 *
 * @param folder Working directory of the command
 */
export async function playTranscript(transcript: string, folder: string): Promise<string> {
  const [command = "", ...lines] = transcript.trimEnd().split("\n");
  const [, served] = SERVED.exec(command) ?? [];
  if (served !== undefined) await compileAhead(folder, served.split(" "));
  const connection = new LineConnection(argumentsOf(command), undefined, undefined, folder);
  const played = new Transcript(connection);
  const sent = lines.filter((line) => line.startsWith("→ ")).map((line) => line.slice(2));
  while (sent.length > 0) {
    const request = sent.shift() as string;
    const answers: Answer[] = [];
    while (/^(?:accept|decline|cancel)\b/.test(sent[0] ?? "")) answers.push(toAnswer(sent.shift() as string));
    await played.send(request, answers, sent[0] === LEAVES);
    if (sent[0] === LEAVES) sent.shift();
  }
  connection.end();
  await connection.exited;
  return [command, ...played.lines(), ""].join("\n");
}

const SERVED = /^\$ npx plainmcp (serve .+)$/;

function argumentsOf(command: string): string[] {
  const [, served] = SERVED.exec(command) ?? [];
  if (served !== undefined) return [PLAINMCP, ...served.split(" ")];
  const [, main] = /^\$ node --import @plainmcp\/compiler\/register (\S+)$/.exec(command) ?? [];
  if (main !== undefined) return ["--import", REGISTER, main];
  throw new Error(`A transcript begins with the command that starts the server, not with ${command}`);
}

function toAnswer(line: string): Answer {
  const [, action = "", content] = /^(\w+)(?: (.+))?$/.exec(line) ?? [];
  return content === undefined ? { action } : { action, content: JSON.parse(content) };
}

class Transcript {
  readonly #connection: LineConnection;
  readonly #lines: string[] = [];
  #seen = 0;
  #task: unknown;
  #cursor = "";

  constructor(connection: LineConnection) {
    this.#connection = connection;
  }

  lines(): string[] {
    this.#noteNotifications();
    return this.#lines;
  }

  /** @param leaves Whether the client closes stdin before it has the answer */
  async send(line: string, answers: readonly Answer[], leaves: boolean): Promise<void> {
    this.#noteNotifications();
    this.#lines.push(`→ ${line}`);
    const [method = "", ...rest] = line.split(" ");
    const params = this.#paramsOf(method, rest.join(" "));
    if (method === "subscriptions/listen") {
      this.#connection.send({ id: this.#connection.newId(), method, params: modernParams(params, META) });
      await this.#connection.message((message) => message.method === "notifications/subscriptions/acknowledged");
    } else if (method === "tasks/get") {
      await this.#waitForTask(params, answers);
    } else {
      const answered = this.#ask(method, params, [...answers]);
      if (leaves) {
        this.#lines.push(`→ ${LEAVES}`);
        this.#connection.end();
      }
      await answered;
    }
  }

  #paramsOf(method: string, text: string): Record<string, unknown> {
    const [name = "", argument] = text.replace(HIDDEN, this.#cursor).split(/ (.*)/s);
    if (method === "tools/call" || method === "prompts/get") return { name, arguments: JSON.parse(argument ?? "{}") };
    if (method === "resources/read") return { uri: text };
    if (method === "subscriptions/listen") return { notifications: JSON.parse(text) };
    if (method.startsWith("tasks/")) return { taskId: this.#task };
    if (method === "completion/complete") {
      const [key = "", value = ""] = (argument ?? "").split("=");
      const ref = name.includes("://") ? { type: "ref/resource", uri: name } : { type: "ref/prompt", name };
      return { ref, argument: { name: key, value } };
    }
    return {};
  }

  async #ask(method: string, params: Record<string, unknown>, answers: Answer[]): Promise<void> {
    const answer = await this.#connection.request(method, params, META);
    this.#noteNotifications(answer);
    const { result, error } = answer;
    if (error) return void this.#lines.push(`← error ${error.code}: ${error.message}`);
    if (result?.resultType !== "input_required") {
      this.#task = result?.taskId ?? this.#task;
      return this.#note(this.#hideCursor(resultText(method, result as never)));
    }
    const { inputRequests, requestState } = result as unknown as Asking;
    const inputResponses = this.#answer(inputRequests, answers);
    await this.#ask(method, { ...params, requestState, inputResponses }, answers);
  }

  /** Cursors differ from run to run. The next request sends the one that was hidden. */
  #hideCursor(text: string): string {
    const [, cursor] = /"nextCursor":"([^"]+)"/.exec(text) ?? [];
    if (cursor === undefined) return text;
    this.#cursor = cursor;
    return text.replace(cursor, HIDDEN);
  }

  #answer(questions: Asking["inputRequests"], answers: Answer[]): Record<string, Answer> {
    return Object.fromEntries(
      Object.entries(questions).map(([key, { method, params }]) => {
        this.#note(`${method} ${params.message}`);
        const answer = answers.shift();
        if (answer === undefined) throw new Error(`The transcript has no answer to: ${params.message}`);
        this.#lines.push(`→ ${answer.action}${answer.content ? ` ${JSON.stringify(answer.content)}` : ""}`);
        return [key, answer];
      }),
    );
  }

  /** Polls until the task is no longer working. */
  async #waitForTask(params: Record<string, unknown>, answers: readonly Answer[]): Promise<void> {
    const { result } = await this.#connection.request("tasks/get", params, META);
    const task = result as unknown as TaskState;
    if (task.status === "working") return this.#waitForTask(params, answers);
    if (task.status === "input_required") {
      const inputResponses = this.#answer(task.inputRequests, [...answers]);
      await this.#connection.request("tasks/update", { ...params, inputResponses }, META);
    } else {
      this.#note(`${task.status}: ${task.result ? contentText(task.result.content) : task.error?.message}`);
    }
  }

  #note(text: string): void {
    this.#lines.push(`← ${text.trimEnd().replaceAll("\n", "\n  ")}`);
  }

  /** Records the messages that have arrived since the last call, up to this one. */
  #noteNotifications(last?: Message): void {
    const all = this.#connection.messages();
    const messages = last === undefined ? all : all.slice(0, all.indexOf(last) + 1);
    for (const { method, params } of messages.slice(this.#seen) as Notification[]) {
      if (method === undefined || method.includes("acknowledged")) continue;
      this.#note(params?.uri ? `${method} ${params.uri}` : method);
    }
    this.#seen = messages.length;
  }
}

interface Notification {
  readonly method?: Message["method"];
  readonly params?: { readonly uri?: string };
}

interface Asking {
  readonly inputRequests: Readonly<
    Record<string, { readonly method: string; readonly params: { readonly message: string } }>
  >;
  readonly requestState: string;
}

interface TaskState extends Asking {
  readonly status: string;
  readonly result?: { readonly content: Parameters<typeof contentText>[0] };
  readonly error?: { readonly message: string };
}
