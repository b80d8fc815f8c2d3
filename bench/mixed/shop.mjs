// What the tools do, the same in every subject: they read and write Redis and ask the service, at the same time if they can.
import { Redis } from "ioredis";
import { askService } from "./ask-service.mjs";

const redis = new Redis({ host: "127.0.0.1", port: Number(process.env.REDIS_PORT) });

/**
 * Searches products, with their place among the most popular ones.
 *
 * @param {{ category: string, minPrice: number, maxPrice: number, limit: number }} args
 * @returns {Promise<string>} JSON
 */
export async function searchProducts({ category, minPrice, maxPrice, limit }) {
  const query = `category=${encodeURIComponent(category)}&minPrice=${minPrice}&maxPrice=${maxPrice}&limit=${limit}`;
  const [found, popular] = await Promise.all([
    askService("GET", `/products/search?${query}`),
    redis.zrevrange("popular", 0, 9),
  ]);
  const popularIds = popular.map((member) => Number(member.slice("product:".length)));
  const ranks = new Map(popularIds.map((id, at) => [id, at + 1]));
  const products = [];
  for (const { id, sku, name, price, rating } of found.products) {
    products.push({ id, sku, name, price, rating, popularityRank: ranks.get(id) ?? 0 });
  }
  return JSON.stringify({ category, totalFound: found.totalFound, products, popularIds });
}

/**
 * What a user's cart holds, and the user's first orders.
 *
 * @param {{ userId: string }} args
 * @returns {Promise<string>} JSON
 */
export async function getUserCart({ userId }) {
  const cart = await redis.hgetall(`cart:${userId}`);
  const items = JSON.parse(cart.items ?? "[]");
  const [first, orders] = await Promise.all([
    askService("GET", `/products/${items[0]?.productId ?? 1}`),
    redis.lrange(`orders:${userId}`, 0, 4),
  ]);
  const recentOrders = orders.map((order) => JSON.parse(order));
  return JSON.stringify({ userId, items, total: Number(cart.total), first: first.name, recentOrders });
}

/**
 * Orders what a user wants.
 *
 * @param {{ userId: string, items: readonly { productId: number, quantity: number }[] }} args
 * @returns {Promise<string>} JSON
 */
export async function checkout({ userId, items }) {
  const order = JSON.stringify({ items, at: Date.now() });
  const [{ orderId, total }, orderCount] = await Promise.all([
    askService("POST", "/cart/calculate", JSON.stringify({ userId, items })),
    redis.incr(`count:${userId}`),
    redis.rpush(`orders:${userId}`, order),
    redis.zincrby("popular", 1, `product:${items[0]?.productId}`),
  ]);
  return JSON.stringify({ orderId, userId, total, itemCount: items.length, orderCount, status: "confirmed" });
}
