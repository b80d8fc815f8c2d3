import { tool } from "@plainmcp/core";

interface Plan {
  price: number;
  features: readonly string[];
}

const PLANS = {
  free: { price: 0, features: [] },
  team: { price: 10, features: ["sso"] },
} as const satisfies Record<string, Plan>;

const LEVELS = ["low", "high"] satisfies readonly ("low" | "high" | "none")[];

export class Plans {
  /** `satisfies` keeps the narrower type. */
  @tool
  choose(plan: keyof typeof PLANS, level: (typeof LEVELS)[number] = "low" satisfies string): (typeof PLANS)["team"] {
    return PLANS.team;
  }

  /** Inferred from an expression that satisfies a type. */
  @tool
  price() {
    return { amount: 1, currency: "EUR" } satisfies { amount: number; currency: string };
  }
}
