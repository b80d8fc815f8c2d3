import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { WireClient } from "../support/wire-client.js";
import type { OpenOptions, Trial, Way } from "./contract.js";
import { requirementsOf } from "./requirements-of.js";

/** Tests each requirement that applies to a way, in each of its cells. */
export function runContract<C extends WireClient>(way: Way<C>): void {
  describe.each(way.cells.map((cell) => [Object.values(cell).join(", "), cell] as const))("%s", (_, cell) => {
    const opened: C[] = [];
    let client: C;

    const open = async ({ fixture = "protocol", capabilities, isSilent = false }: OpenOptions = {}): Promise<C> => {
      const connection = await way.connect(cell, fixture, capabilities);
      opened.push(connection);
      if (!connection.isModern && !isSilent) await connection.initialize();
      return connection;
    };

    beforeAll(async () => {
      client = await open();
      if (client.isModern) await client.request("tools/list");
      opened.length = 0;
    });

    // A requirement fails if the server sends a message that violates the schema of its revision.
    afterEach(async () => {
      const own = opened.splice(0);
      for (const connection of own) await connection.close();
      expect([client, ...own].flatMap((connection) => connection.log.takeProblems())).toEqual([]);
    });

    afterAll(() => client.close());

    describe.each(requirementsOf(way.name, cell))("%s", (_title, requirements) => {
      it.each(requirements)("%s", async (_name, { run }) => {
        const trial: Trial<C> = { ...cell, isModern: client.isModern, client, open };
        // Groups that need a special client are limited to the ways that have it.
        await run(trial as never);
      });
    });
  });
}
