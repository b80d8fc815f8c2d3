/** A product as the HTTP service describes it. */
export interface Product {
  readonly id: number;
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly brand: string;
  readonly price: number;
  readonly stock: number;
  readonly rating: number;
  readonly tags: readonly string[];
  readonly description: string;
}

/** Something that a user wants to buy. */
export interface Item {
  readonly productId: number;
  readonly quantity: number;
}

const CATEGORIES = ["Books", "Electronics", "Food", "Games", "Garden", "Health", "Home", "Music", "Sports", "Toys"];

/** What the shop sells, the same in every run. */
export const PRODUCTS: readonly Product[] = Array.from({ length: 10_000 }, (_, at) => {
  const id = at + 1;
  const category = CATEGORIES[at % CATEGORIES.length] ?? "";
  const brand = `Brand ${at % 50}`;
  const sku = `SKU-${String(id).padStart(6, "0")}`;
  return {
    ...{ id, sku, name: `${brand} ${category} ${id}`, category, brand, price: (100 + ((id * 37) % 99_900)) / 100 },
    ...{ stock: id % 501, rating: 1 + (id % 40) / 10, tags: ["new", `tag-${id % 8}`] },
    description: `${category} by ${brand}, of good quality. ${sku}.`,
  };
});

const BY_CATEGORY: ReadonlyMap<string, readonly Product[]> = new Map(
  CATEGORIES.map((name) => {
    const products = PRODUCTS.filter(({ category }) => category === name);
    return [name, products.toSorted((one, other) => one.price - other.price)];
  }),
);

/** How many users there are. */
export const USERS = 1000;

/** The id of a user. @param number From 1 */
export function userId(number: number): string {
  return `user-${String(number).padStart(5, "0")}`;
}

/** What a user has in the cart. */
export function cartOf(number: number): readonly Item[] {
  return [
    { productId: ((number * 7) % PRODUCTS.length) + 1, quantity: 1 + (number % 3) },
    { productId: ((number * 13) % PRODUCTS.length) + 1, quantity: 1 + (number % 2) },
  ];
}

/** What a user has ordered before. */
export function ordersOf(number: number): readonly object[] {
  return Array.from({ length: 20 }, (_, at) => ({
    items: [{ productId: ((number * (at + 1) * 7) % PRODUCTS.length) + 1, quantity: 1 + (at % 3) }],
    at: 1_740_000_000_000 + number * 86_400_000 + at * 3_600_000,
  }));
}

/** How often a product was bought: another number for each. */
export function popularityOf(id: number): number {
  return (id * 7) % PRODUCTS.length;
}

/** What some items cost, with everything that is added. */
export function totalOf(items: readonly Item[]): number {
  const cents = items.reduce((sum, { productId, quantity }) => {
    return sum + Math.round((PRODUCTS[productId - 1]?.price ?? 0) * 100) * quantity;
  }, 0);
  const shipping = cents >= 10_000 ? 0 : 599;
  return (cents + Math.round(cents * 0.085) + shipping) / 100;
}

/** Products of a category in a range of prices, the cheapest first. */
export function searchProducts(category: string, minPrice: number, maxPrice: number): readonly Product[] {
  return (BY_CATEGORY.get(category) ?? []).filter(({ price }) => price >= minPrice && price <= maxPrice);
}
