import { tool } from "@plainmcp/core";

/** Those of ES2020 as well, which the declarations of Node refer to, whatever `lib` says. */
type CurrencyDisplay = NonNullable<Intl.NumberFormatOptions["currencyDisplay"]>;

type OwnOfErrors = Extract<keyof ErrorConstructor, "prototype" | "captureStackTrace">;

export class Server {
  /** Shows a price. */
  @tool
  show(price: number, display: CurrencyDisplay, own: OwnOfErrors): string {
    return `${price} ${display} ${own}`;
  }
}
