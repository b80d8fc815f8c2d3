import { Injectable } from "@nestjs/common";

function plural(count, name) {
  return count === 1 ? name : `${name}s`;
}

@Injectable()
export class StockService {
  private readonly pieces = new Map([["chair", 4]]);

  count(name: string): number {
    const found: number = this.pieces.get(name) ?? null;
    return plural(found, name) ? found : null;
  }
}
