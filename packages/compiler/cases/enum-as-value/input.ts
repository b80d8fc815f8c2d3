import { tool } from "@plainmcp/core";

enum Size {
  Small = "s",
  Large = "l",
}

enum Bit {
  Read = 1 << 0,
  Write = 1 << 1,
  Both = Read | Write,
}

const PREFERRED = { size: Size.Large } as const;

export class Shop {
  /** Enums in defaults, as keys, by name and in templates. */
  @tool
  order(
    size: Size = Size.Small,
    preferred = PREFERRED.size,
    stock: Record<Size, number>,
    name: keyof typeof Size,
    label: `size-${Size}`,
    bits: Bit = Bit.Both,
    value?: `${Size}`,
  ): Size.Small | Bit.Read {
    return Bit.Read;
  }
}
