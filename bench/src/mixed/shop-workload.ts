import { isDeepStrictEqual } from "node:util";
import type { Redis } from "ioredis";
import type { Workload } from "../load/workload.js";
import { resultOf } from "../protocol/connection.js";
import type { Message } from "../protocol/messages.js";
import { cartOf, type Item, ordersOf, PRODUCTS, popularityOf, searchProducts, totalOf, userId } from "./shop-data.js";
import { countOrders, fillStore } from "./shop-store.js";

/** Calls of the three tools in turn, for one user after another. */
export interface ShopWorkload extends Workload {
  /** Compares what Redis holds with what was answered since `verify`. @throws Error when they differ */
  check(): Promise<void>;
}

/** What is asked of each subject. Each needs one of its own. */
export function createShopWorkload(store: Redis): ShopWorkload {
  let orders = 0;
  return {
    request: (id) => ({ id, method: "tools/call", params: callOf(id) }),
    isRight: (answer, number) => {
      if (KINDS[number % KINDS.length] === "checkout") orders += 1;
      return partsOf(number).every((part) => answer.includes(part));
    },
    verify: async (connection) => {
      await fillStore(store);
      orders = 0;
      for (let id = 1; id <= KINDS.length; id += 1) {
        const request: Message = { id, method: "tools/call", params: callOf(id) };
        const answer = await connection.ask(request);
        const { content, isError } = resultOf<{ content?: readonly { text?: string }[]; isError?: boolean }>(answer);
        const text = content?.[0]?.text ?? "";
        const expected = resultOfCall(id);
        if (isError || content?.length !== 1 || !isDeepStrictEqual(parsed(text), expected)) {
          throw new Error(`A wrong answer. Expected: ${JSON.stringify(expected)}\nWhat came back: ${answer}`);
        }
      }
      orders += 1;
    },
    check: async () => {
      const counts = await countOrders(store);
      if (counts.some((count) => count !== orders)) {
        throw new Error(`${orders} orders were confirmed, but Redis counts ${counts.join(", ")}.`);
      }
    },
  };
}

const KINDS = ["searchProducts", "getUserCart", "checkout"] as const;

/** As many as there are clients. */
const SHOPPERS = 50;

const SEARCH = { category: "Electronics", minPrice: 50, maxPrice: 500, limit: 10 };

const FOUND = searchProducts(SEARCH.category, SEARCH.minPrice, SEARCH.maxPrice);

const POPULAR = PRODUCTS.toSorted((one, other) => popularityOf(other.id) - popularityOf(one.id)).slice(0, 10);

function callOf(number: number): { readonly name: string; readonly arguments: object } {
  const name = KINDS[number % KINDS.length] ?? "";
  const user = userId(shopperOf(number));
  if (name === "searchProducts") return { name, arguments: SEARCH };
  return { name, arguments: name === "checkout" ? { userId: user, items: wanted(number) } : { userId: user } };
}

/** What the first calls must be answered, whole. */
function resultOfCall(number: number): object {
  const shopper = shopperOf(number);
  const user = userId(shopper);
  const items = wanted(number);
  switch (KINDS[number % KINDS.length]) {
    case "checkout":
      return { ...order(user, items), itemCount: items.length, orderCount: 1, status: "confirmed" };
    case "getUserCart": {
      const cart = cartOf(shopper);
      const first = PRODUCTS[(cart[0]?.productId ?? 0) - 1]?.name;
      return { userId: user, items: cart, total: totalOf(cart), first, recentOrders: ordersOf(shopper).slice(0, 5) };
    }
    default: {
      const popularIds = POPULAR.map(({ id }) => id);
      const products = FOUND.slice(0, SEARCH.limit).map(({ id, sku, name, price, rating }) => {
        return { id, sku, name, price, rating, popularityRank: popularIds.indexOf(id) + 1 };
      });
      return { category: SEARCH.category, totalFound: FOUND.length, products, popularIds };
    }
  }
}

/** What an answer under load must contain, as it stands in JSON inside of JSON. */
function partsOf(number: number): readonly string[] {
  const shopper = shopperOf(number);
  const user = userId(shopper);
  switch (KINDS[number % KINDS.length]) {
    case "checkout":
      return [inner(order(user, wanted(number))), inner({ status: "confirmed" })];
    case "getUserCart":
      return [inner({ userId: user, items: cartOf(shopper), total: totalOf(cartOf(shopper)) })];
    default:
      return [inner({ totalFound: FOUND.length }), inner({ name: FOUND[SEARCH.limit - 1]?.name })];
  }
}

function order(user: string, items: readonly Item[]): object {
  return { orderId: `order-${user}-${items.length}`, userId: user, total: totalOf(items) };
}

/** The inside of an object as text that is part of a string. */
function inner(value: object): string {
  return JSON.stringify(JSON.stringify(value).slice(1, -1)).slice(1, -1);
}

function shopperOf(number: number): number {
  return 1 + (number % SHOPPERS);
}

function wanted(number: number): readonly Item[] {
  const productId = 1 + ((number * 11) % PRODUCTS.length);
  return [
    { productId, quantity: 2 },
    { productId: 1 + (number % 100), quantity: 1 },
  ];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
