import { tool } from "@plainmcp/core";


class Money {
  #secret = 1;
  private hide(): void {}
  static zero = 0;
  readonly amount: number;
  currency = "EUR";
  constructor(amount: number, public note?: string) {
    this.amount = amount;
  }
  get display(): string {
    return "";
  }
  add(other: Money): Money {
    return other;
  }
}

class Point {
  x = 0;
  y = 0;
}

class Temperature {
  constructor(private readonly kelvin: number) {}
  toJSON(): { celsius: number } {
    return { celsius: this.kelvin - 273.15 };
  }
}

class Code {
  toJSON(): string {
    return "";
  }
}

const settings = {
  theme: "dark",
  get size() {
    return 1;
  },
};

export class Values {
  /** A class with members no client can send. */
  @tool
  pay(money: Money): Money {
    return money;
  }

  /** A class of plain data. */
  @tool
  move(point: Point): Point[] {
    return [point];
  }

  /** `toJSON` says what is sent. */
  @tool
  measure(): { at: Temperature; code: Code } {
    return null!;
  }

  /** Getters of an object literal are sent. */
  @tool
  settings(): typeof settings {
    return settings;
  }
}
