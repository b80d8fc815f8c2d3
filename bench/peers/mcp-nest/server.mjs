// As in the README of @rekog/mcp-nest, without a compiler for its decorators: over HTTP if PORT is set, otherwise over stdio.
import "reflect-metadata";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { Payload } from "@nestjs/microservices";
import { McpController, McpStrategy, StdioTransport, StreamableHttpTransport, Tool } from "@rekog/mcp-nest";
import { z } from "zod";
import { add, TOOLS } from "../../bare/tools.mjs";

class Calculator {}
for (const { name, description } of TOOLS) {
  Calculator.prototype[name] = (args) => {
    const structuredContent = add(args);
    return { content: [{ type: "text", text: JSON.stringify(structuredContent) }], structuredContent };
  };
  const parameters = z.object({
    a: z.number().describe("The first number"),
    b: z.number().describe("The second number"),
  });
  const outputSchema = z.object({ sum: z.number() });
  const descriptor = Object.getOwnPropertyDescriptor(Calculator.prototype, name);
  Payload()(Calculator.prototype, name, 0);
  Tool({ name, description, parameters, outputSchema })(Calculator.prototype, name, descriptor);
}
McpController()(Calculator);

const port = Number(process.env.PORT);
const transport = port ? new StreamableHttpTransport({ statefulMode: true }) : new StdioTransport();
const strategy = new McpStrategy({ name: "mcp-nest", version: "1.0.0", transports: [transport] });
class App {}
Module({ controllers: [Calculator] })(App);

if (port) {
  const app = await NestFactory.create(App, { logger: false });
  strategy.setHttpAdapter(app.getHttpAdapter());
  app.connectMicroservice({ strategy });
  await app.startAllMicroservices();
  await app.listen(port, "127.0.0.1");
} else {
  const app = await NestFactory.createMicroservice(App, { strategy, logger: false });
  await app.listen();
}
