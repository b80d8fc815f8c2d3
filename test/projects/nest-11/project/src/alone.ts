import { StockService } from "./stock.service";
import { WarehouseTools } from "./warehouse.tools";

export default new WarehouseTools(new StockService());
