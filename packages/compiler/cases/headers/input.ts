import { prompt, tool } from "@plainmcp/core";

/**
 * Where the data lies.
 * @header Region
 */
type Region = "eu" | "us";

interface Tenant {
  /** @header Tenant-Id */
  id: string;
  limits: {
    /**
     * @integer
     * @header Limit
     */
    most?: number;
  };
}

export class Headers {
  /**
   * On parameters, types and properties.
   * @param region Where to look
   * @param dry Whether nothing is written @header X-Dry_Run
   * @param day Any day
   * @header Day
   */
  @tool
  find(region: Region, tenant: Tenant, dry: boolean, day: Date, /** @header Other */ other?: string): Tenant {
    return tenant;
  }

  /** Without a type that has one. */
  @tool
  flat({ tenant, count = 3 }: { tenant: Tenant; /** @header Count @integer */ count?: number }): Region {
    return tenant.id === "" ? "eu" : "us";
  }

  /** By hand. */
  @tool({ inputSchema: { type: "object", properties: { a: { "x-mcp-header": "A", type: "string" } } } })
  given(a: string): string {
    return a;
  }

  /** A property of this name is no header. */
  @tool
  named(list: { "x-mcp-header": string }[]): void {}

  /** What no header concerns. */
  @prompt
  packing(city: string): string {
    return city;
  }
}
