// The tools as the subjects without zod have them: their schemas as data, and their arguments checked by hand.
import { checkout, getUserCart, searchProducts } from "./shop.mjs";

const USER = { type: "string", description: "Who shops" };

const ITEM = {
  type: "object",
  properties: { productId: { type: "integer" }, quantity: { type: "integer" } },
  required: ["productId", "quantity"],
  additionalProperties: false,
};

const SEARCH = {
  category: { type: "string", description: "What kind of product" },
  minPrice: { type: "number", description: "The lowest price" },
  maxPrice: { type: "number", description: "The highest price" },
  limit: { type: "integer", description: "How many to list" },
};

export const TOOLS = [
  tool("searchProducts", "Searches products, with their place among the most popular ones.", SEARCH),
  tool("getUserCart", "What a user's cart holds, and the user's first orders.", { userId: USER }),
  tool("checkout", "Orders what a user wants.", {
    userId: USER,
    items: { type: "array", items: ITEM, description: "What to order" },
  }),
];

const isText = (value) => typeof value === "string";

const CHECKED = new Map([
  ["searchProducts", [searchProducts, checkOf({ category: isText, ...numbers("minPrice", "maxPrice", "limit") })]],
  ["getUserCart", [getUserCart, checkOf({ userId: isText })]],
  ["checkout", [checkout, checkOf({ userId: isText, items: isItems })]],
]);

/** Calls a tool. @returns Its result, or undefined when there is no such tool */
export async function callTool(name, args) {
  const found = CHECKED.get(name);
  if (found === undefined) return undefined;
  const [run, problemOf] = found;
  const problem = problemOf(args);
  if (problem !== undefined) return { content: [{ type: "text", text: problem }], isError: true };
  try {
    return { content: [{ type: "text", text: await run(args) }] };
  } catch (error) {
    console.error(error);
    return { content: [{ type: "text", text: "Internal error" }], isError: true };
  }
}

function tool(name, description, properties) {
  const required = Object.keys(properties);
  return { name, description, inputSchema: { type: "object", properties, required, additionalProperties: false } };
}

function checkOf(checks) {
  return (args) => {
    if (typeof args !== "object" || args === null) return "The arguments must be an object";
    for (const name in checks) if (!checks[name](args[name])) return `${name} is missing or has another type`;
    for (const name in args) if (!Object.hasOwn(checks, name)) return `${name} is not an argument`;
  };
}

function numbers(...names) {
  return Object.fromEntries(names.map((name) => [name, Number.isFinite]));
}

function isItems(value) {
  return Array.isArray(value) && value.every(isItem);
}

function isItem(value) {
  return Number.isInteger(value?.productId) && Number.isInteger(value.quantity) && Object.keys(value).length === 2;
}
