import { readFileSync } from "node:fs";
import { NestFactory } from "@nestjs/core";
import { defineServer } from "@plainmcp/core";
import { createHttpHandler } from "@plainmcp/transport-http";
import { toNodeHandler } from "@plainmcp/transport-http/node";
import { AppModule } from "./app.module";
import { WarehouseTools } from "./warehouse.tools";

async function bootstrap() {
  const app = await NestFactory.create(AppModule, { logger: ["error"] });
  const manifest = JSON.parse(readFileSync("manifest.json", "utf8"));
  const server = defineServer(app.get(WarehouseTools), { manifest });
  app.use("/mcp", toNodeHandler(createHttpHandler(server)));
  await app.listen(0, "127.0.0.1");
  console.log(await app.getUrl());
}

void bootstrap();
