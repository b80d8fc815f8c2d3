import { z } from "zod";
import { checkout, getUserCart, searchProducts } from "./shop.mjs";

const userId = z.string().describe("Who shops");

const TOOLS = {
  searchProducts: {
    description: "Searches products, with their place among the most popular ones.",
    inputSchema: z.object({
      category: z.string().describe("What kind of product"),
      minPrice: z.number().describe("The lowest price"),
      maxPrice: z.number().describe("The highest price"),
      limit: z.number().int().describe("How many to list"),
    }),
    run: searchProducts,
  },
  getUserCart: {
    description: "What a user's cart holds, and the user's first orders.",
    inputSchema: z.object({ userId }),
    run: getUserCart,
  },
  checkout: {
    description: "Orders what a user wants.",
    inputSchema: z.object({
      userId,
      items: z.array(z.object({ productId: z.number().int(), quantity: z.number().int() })).describe("What to order"),
    }),
    run: checkout,
  },
};

/** Gives the three tools to an `McpServer` of either SDK, with zod. */
export function registerTools(server) {
  for (const [name, { description, inputSchema, run }] of Object.entries(TOOLS)) {
    server.registerTool(name, { description, inputSchema }, async (args) => {
      return { content: [{ type: "text", text: await run(args) }] };
    });
  }
  return server;
}
