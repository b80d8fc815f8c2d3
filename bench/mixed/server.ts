import { tool } from "@plainmcp/core";
import { checkout, getUserCart, searchProducts } from "./shop.mjs";

/** A shop. */
export default class Shop {
  /**
   * Searches products, with their place among the most popular ones.
   * @param category What kind of product
   * @param minPrice The lowest price
   * @param maxPrice The highest price
   * @param limit How many to list
   */
  @tool()
  searchProducts(category: string, minPrice: number, maxPrice: number, limit: int): Promise<string> {
    return searchProducts({ category, minPrice, maxPrice, limit });
  }

  /**
   * What a user's cart holds, and the user's first orders.
   * @param userId Who shops
   */
  @tool()
  getUserCart(userId: string): Promise<string> {
    return getUserCart({ userId });
  }

  /**
   * Orders what a user wants.
   * @param userId Who shops
   * @param items What to order
   */
  @tool()
  checkout(userId: string, items: Item[]): Promise<string> {
    return checkout({ userId, items });
  }
}

interface Item {
  productId: int;
  quantity: int;
}

type int = number;
