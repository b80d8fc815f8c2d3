import { prompt, resource } from "@plainmcp/core";

export class Mistakes {
  /** Arguments and methods that are not there. */
  @prompt({ complete: { town: "cities", city: "towns", street: "fixed", house: "hidden", zip: "field" } })
  absent(city: string, street: string, house: string, zip: string): string {
    return city + street + house + zip;
  }

  cities(value: string): string[] {
    return [value];
  }

  static fixed(value: string): string[] {
    return [value];
  }

  #hidden(value: string): string[] {
    return [value];
  }

  field = "none";

  /** Methods that do not fit. */
  @prompt({ complete: { a: "takesNumber", b: "returnsText", c: "returnsNumbers", d: "takesMore", e: "takesRecord" } })
  unfit(a: string, b: string, c: string, d: string, e: string): string {
    return a + b + c + d + e + this.#hidden(a);
  }

  takesNumber(value: number): string[] {
    return [String(value)];
  }

  async returnsText(value: string): Promise<string> {
    return value;
  }

  returnsNumbers(value: string): number[] {
    return [value.length];
  }

  takesMore(value: string, others: object, more: string): string[] {
    return [value, more];
  }

  takesRecord(value: string, others: { country: string }): string[] {
    return [value, others.country];
  }

  /** Nothing to complete. */
  @prompt({ complete: { a: "cities" } })
  nothing(): string {
    return "";
  }

  /** Options of the other kind. */
  @resource("notes://all", { list: "notes", size: -1, cache: { ttlMs: 0.5 } })
  fixedResource(): string {
    return "";
  }

  /** A template has no size, and lists its variables. */
  @resource("notes://{id}", { list: "notes", size: 1, watch: "watchPlain" })
  template(id: string): string {
    return id;
  }

  notes(): { name: string }[] {
    return [];
  }

  watchPlain(uri: string, signal: AbortSignal): string[] {
    return [uri, String(signal)];
  }

  /** Lists that are none. */
  @resource("more://{id}", { list: "texts", watch: "watchNumber" })
  more(id: string): string {
    return id;
  }

  texts(): string[] {
    return [];
  }

  async *watchNumber(id: number): AsyncGenerator<number> {
    yield id;
  }

  /** Variables that are no text. */
  @resource("other://{id}", { list: "objects", watch: "" })
  other(id: string): string {
    return id;
  }

  objects(): { id: { value: string } }[] {
    return [];
  }

  /** No list at all. */
  @resource("single://{id}", { list: "one", complete: { id: 3 as unknown as string } })
  single(id: string): string {
    return id;
  }

  one(id: string): { id: string } {
    return { id };
  }
}
