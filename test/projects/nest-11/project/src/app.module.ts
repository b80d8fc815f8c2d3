import { Module } from "@nestjs/common";
import { StockService } from "./stock.service";
import { WarehouseTools } from "./warehouse.tools";

@Module({ providers: [StockService, WarehouseTools] })
export class AppModule {}
