import { Injectable } from "@nestjs/common";

@Injectable()
export class StockService {
  private readonly pieces = new Map([["chair", 4]]);

  count(name: string) {
    return this.pieces.get(name) ?? 0;
  }
}
