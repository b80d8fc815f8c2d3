import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { toText, WireClient } from "./wire-client.js";

/** A server in its own process, and a client that writes and reads raw lines. */
export class LineConnection extends WireClient {
  /** Everything on stdout, line by line. */
  readonly lines: string[] = [];
  stderr = "";
  /** Resolves with the exit code, or the signal's name. */
  readonly exited: Promise<number | NodeJS.Signals | null>;
  readonly #process: ChildProcessWithoutNullStreams;

  /**
   * @param args Arguments of `node`
   * @param cwd Working directory of the server. @default that of the test
   */
  constructor(args: readonly string[], revision?: string, capabilities?: object, cwd?: string) {
    super(revision, capabilities);
    this.#process = spawn(process.execPath, args, { cwd });
    createInterface(this.#process.stdout).on("line", (line) => {
      this.lines.push(line);
      this.log.received(line);
    });
    this.#process.stderr.on("data", (chunk) => {
      this.stderr += chunk;
    });
    this.exited = once(this.#process, "close").then(([code, signal]) => code ?? signal);
  }

  /** Writes bytes as they are. */
  write(bytes: string | Uint8Array): void {
    this.#process.stdin.write(bytes);
  }

  async send(message: object): Promise<void> {
    const text = toText(message);
    this.log.sent(text);
    this.write(`${text}\n`);
  }

  /** Sends bytes as a line. */
  async sendBytes(bytes: string | Uint8Array): Promise<void> {
    this.write(bytes);
    this.write("\n");
  }

  cancel(requestId: string | number): Promise<void> {
    return this.send({ method: "notifications/cancelled", params: { requestId } });
  }

  logs(): string {
    return this.stderr;
  }

  /** Ends stdin, as a client does when it disconnects. */
  end(): void {
    this.#process.stdin.end();
  }

  /** Closes the server's stdout, as when a client has crashed. */
  stopReading(): void {
    this.#process.stdout.destroy();
  }

  async endServer(): Promise<void> {
    this.end();
    await this.exited;
  }

  async close(): Promise<void> {
    this.kill("SIGKILL");
    await this.exited;
  }

  kill(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }
}
