import { expect } from "vitest";
import type { Requirements } from "./requirements.js";

export const shutdown: Requirements = {
  "eof-in-flight": async ({ start }) => {
    const connection = start();
    await connection.initialize("2025-11-25");
    const answer = connection.request("tools/call", { name: "slow", arguments: { ms: 100 } });
    connection.end();
    expect((await answer).result).toMatchObject({ content: [{ text: "100" }] });
    expect(await connection.exited).toBe(0);
  },

  "eof-modern": async ({ start }) => {
    const connection = start();
    const answer = connection.modern("tools/call", { name: "slow", arguments: { ms: 100 } });
    connection.end();
    expect((await answer).result).toMatchObject({ content: [{ text: "100" }] });
    expect(await connection.exited).toBe(0);
  },

  "eof-at-once": async ({ start }) => {
    const connection = start();
    connection.end();
    expect(await connection.exited).toBe(0);
    expect(connection.lines).toEqual([]);
  },

  "eof-without-newline": async ({ start }) => {
    const connection = start();
    connection.write('{"jsonrpc":"2.0","id":1,"method":"ping"}');
    connection.end();
    expect((await connection.answer(1)).result).toEqual({});
    await connection.exited;
  },

  sigterm: async ({ start }) => {
    const connection = start();
    await connection.initialize("2025-11-25");
    const id = connection.newId();
    connection.send({ id, method: "tools/call", params: { name: "slow", arguments: { ms: 100 } } });
    expect((await connection.request("ping")).result).toEqual({});
    connection.kill("SIGTERM");
    expect((await connection.answer(id)).result).toMatchObject({ content: [{ text: "100" }] });
    expect(await connection.exited).toBe(0);
  },
};
