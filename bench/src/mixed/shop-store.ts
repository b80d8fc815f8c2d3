import type { Redis } from "ioredis";
import { cartOf, ordersOf, PRODUCTS, popularityOf, totalOf, USERS, userId } from "./shop-data.js";

/** Fills Redis with the carts and orders of all users, and forgets what was in it. */
export async function fillStore(client: Redis): Promise<void> {
  const commands = client.pipeline().flushall();
  for (let number = 1; number <= USERS; number += 1) {
    const user = userId(number);
    const items = cartOf(number);
    commands.hset(`cart:${user}`, { items: JSON.stringify(items), total: totalOf(items) });
    commands.rpush(`orders:${user}`, ...ordersOf(number).map((order) => JSON.stringify(order)));
  }
  commands.zadd("popular", ...PRODUCTS.flatMap(({ id }) => [String(popularityOf(id)), `product:${id}`]));
  const replies = await commands.exec();
  const failed = replies?.find(([error]) => error !== null);
  if (failed !== undefined) throw failed[0];
}

/** How many orders Redis has got since it was filled, counted in each of the three ways in which a checkout writes them. */
export async function countOrders(client: Redis): Promise<readonly number[]> {
  const users = Array.from({ length: USERS }, (_, at) => userId(at + 1));
  const counts = await client.mget(users.map((user) => `count:${user}`));
  const lengths = client.pipeline();
  for (const user of users) lengths.llen(`orders:${user}`);
  const orders = (await lengths.exec()) ?? [];
  const popular = await client.zrange("popular", "0", "-1", "WITHSCORES");
  const scores = popular.filter((_, at) => at % 2 === 1);
  const before = PRODUCTS.reduce((all, { id }) => all + popularityOf(id), 0);
  return [sum(counts), sum(orders.map(([, length]) => length)) - USERS * ordersOf(1).length, sum(scores) - before];
}

function sum(values: readonly unknown[]): number {
  return values.reduce<number>((all, value) => all + Number(value ?? 0), 0);
}
