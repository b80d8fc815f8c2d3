// Loads built modules and prints the answers of their servers: `node answers.mjs '[{ "name", "module", "manifest"? }]'`.
// Plain JavaScript, because it runs under every toolchain and every version of Node.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { Client, InMemoryTransport } from "@modelcontextprotocol/client";
import { defineServer } from "@plainmcp/core";
import { createEngine } from "@plainmcp/core/internal/engine";
import { registeredManifest } from "@plainmcp/core/internal/register";
import { createSdkServers } from "@plainmcp/core/internal/sdk";

const results = {};
for (const { name, module, manifest } of JSON.parse(process.argv[2])) {
  try {
    const { default: target } = await import(pathToFileURL(module).href);
    const given = manifest && JSON.parse(readFileSync(manifest, "utf8"));
    const server = given ? defineServer(target, { manifest: given }) : target;
    results[name] = { manifest: given ?? registeredManifest(target), ...(await ask(server)) };
  } catch (error) {
    results[name] = String(error?.stack ?? error);
  }
}
process.stdout.write(JSON.stringify(results));

async function ask(target) {
  const [clientSide, serverSide] = InMemoryTransport.createLinkedPair();
  const server = createSdkServers(createEngine(target)).forConnection({ era: "legacy" });
  await server.connect(serverSide);
  const client = new Client({ name: "toolchains", version: "1" });
  await client.connect(clientSide);
  const call = async (name, args = {}) => {
    const { content } = await client.callTool({ name, arguments: args });
    return content.map((block) => block.text ?? "").join();
  };
  const { tools } = await client.listTools();
  const { contents } = await client.readResource({ uri: "item://1" });
  const { messages } = await client.getPrompt({ name: "more" });
  return {
    contract: {
      server: client.getServerVersion(),
      tools,
      templates: (await client.listResourceTemplates()).resourceTemplates,
      prompts: (await client.listPrompts()).prompts,
    },
    answers: {
      tools: tools.map(({ name }) => name),
      bare: await call("bare", { a: 1 }),
      called: await call("called", { text: "x" }),
      "with-options": await call("with-options", { words: ["a", "b"] }),
      under: await call("under", { a: "x" }),
      above: await call("above", { a: "x" }),
      first: await call("first"),
      rate: await call("rate", { word: "good" }),
      counted: await call("counted"),
      "item://1": contents[0]?.text,
      more: messages[0]?.content.text,
    },
  };
}
