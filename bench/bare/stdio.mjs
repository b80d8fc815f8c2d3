// A server over stdio without any library: `TOOLS=50 node stdio.mjs`.
import { answer, error } from "./answer.mjs";

let rest = "";

process.stdin.setEncoding("utf8").on("data", (chunk) => {
  const lines = (rest + chunk).split("\n");
  rest = lines.pop();
  for (const line of lines) if (line.trim() !== "") receive(line);
});

function receive(line) {
  let message;
  try {
    message = JSON.parse(line);
  } catch {
    return send(error(null, -32700, "This is no JSON"));
  }
  if (message.id !== undefined) send(answer(message));
}

function send(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
