import { beforeAll, describe, expect, it } from "vitest";
import { CLIENTS, type Connection, connect, TRANSPORTS } from "./support/connect.js";
import { rawRequest } from "./support/raw-request.js";
import { PLAINMCP } from "./support/serve.js";

const CELLS = CLIENTS.flatMap((client) => TRANSPORTS.map((transport) => ({ client, transport })));

describe.each(CELLS)("$client over $transport", ({ client: clientName, transport }) => {
  describe("one class", () => {
    let connection: Connection;
    beforeAll(async () => {
      connection = await connect(clientName, transport, { args: [PLAINMCP, "serve", "test/fixtures/library.ts"] });
    });

    const complete = (ref: object, name: string, value: string, others?: Record<string, string>) =>
      connection.client.complete({
        ref: ref as { type: "ref/prompt"; name: string },
        argument: { name, value },
        ...(others && { context: { arguments: others } }),
      });
    const RECOMMEND = { type: "ref/prompt", name: "recommend" };
    const BOOK = { type: "ref/resource", uri: "library://book/{id}" };

    it("lists what templates stand for after the fixed resources", async () => {
      const { resources } = await connection.client.listResources();
      const book = { description: "A book.", mimeType: "text/plain" };
      const pages = { description: "The pages of a book, of two contents." };
      expect(resources).toEqual([
        { uri: "library://all", name: "all", description: "Every book there is.", size: 10 },
        { uri: "library://book/1", name: "1", title: "Emma", size: 4, ...book },
        { uri: "library://book/2", name: "2", title: "Ulysses", ...book },
        { uri: "library://book/a%20b", name: "a b", title: "Of two words", ...book },
        { uri: "library://book/1/pages?from=3", name: "Later", ...pages },
        { uri: "library://book/2/pages", name: "2", ...pages },
      ]);
      const [, , , book3] = resources;
      const { contents } = await connection.client.readResource({ uri: book3?.uri as string });
      expect(contents).toEqual([{ uri: "library://book/a%20b", mimeType: "text/plain", text: "Of two words" }]);
    });

    it("reads several contents", async () => {
      const { contents } = await connection.client.readResource({ uri: "library://book/1/pages?from=3" });
      expect(contents).toEqual([
        { uri: "library://book/1/pages#3", text: "first" },
        { uri: "library://book/1/pages#2", text: "second" },
      ]);
    });

    it("completes from unions of literals, whatever the case, and booleans", async () => {
      expect(connection.client.getServerCapabilities()).toMatchObject({ completions: {} });
      expect((await complete(RECOMMEND, "mood", "h")).completion).toEqual({
        values: ["Happy", "Hungry"],
        total: 2,
        hasMore: false,
      });
      expect((await complete(RECOMMEND, "mood", "")).completion.values).toEqual(["Happy", "Hungry", "sad"]);
      expect((await complete(RECOMMEND, "long", "")).completion.values).toEqual(["true", "false"]);
      expect((await complete(RECOMMEND, "anything", "x")).completion.values).toEqual([]);
    });

    it("completes by methods, which know the other arguments, up to a hundred values", async () => {
      expect((await complete(BOOK, "id", "a")).completion.values).toEqual(["a b"]);
      const { completion } = await complete(RECOMMEND, "author", "A", { mood: "sad" });
      expect(completion.values).toHaveLength(100);
      expect(completion).toMatchObject({ hasMore: true, values: expect.arrayContaining(["A1 sad", "A100 sad"]) });
    });

    it.each<[string, object, string]>([
      ["an unknown prompt", { type: "ref/prompt", name: "constructor" }, "id"],
      ["an unknown template", { type: "ref/resource", uri: "library://all" }, "id"],
      ["an unknown argument", RECOMMEND, "toString"],
      ["an unknown variable", BOOK, "mood"],
    ])("refuses to complete %s", async (_, ref, name) => {
      await expect(complete(ref, name, "")).rejects.toMatchObject({
        code: -32602,
        message: expect.stringContaining("Unknown"),
      });
    });

    it("hides what a completing method says when it fails", async () => {
      const failed = complete(RECOMMEND, "author", "fail");
      await expect(failed).rejects.toMatchObject({ code: -32603, message: expect.stringMatching(/reference \w+/) });
      await expect(failed).rejects.not.toThrow(/secret/);
    });

    it("gives hints for caching to modern clients only", async () => {
      const hints = async (uri: string) => {
        const { ttlMs, cacheScope } = await rawRequest(connection, "resources/read", { uri });
        return { ttlMs, cacheScope };
      };
      const none = { ttlMs: undefined, cacheScope: undefined };
      const modern = connection.era === "modern";
      expect(await hints("library://all")).toEqual(modern ? { ttlMs: 60_000, cacheScope: "public" } : none);
      expect(await hints("library://book/1")).toEqual(modern ? { ttlMs: 0, cacheScope: "private" } : none);
    });

    it("was sent only messages that the protocol's schema allows", async () => {
      expect(await connection.close()).toEqual([]);
    });
  });

  describe("several servers, in pages of two", () => {
    let connection: Connection;
    beforeAll(async () => {
      connection = await connect(clientName, transport, { args: [PLAINMCP, "serve", "test/fixtures/libraries.ts"] });
    });

    const pagesOf = async (method: string, key: string) => {
      const pages: string[][] = [];
      let cursor: unknown;
      do {
        const page = await rawRequest(connection, method, cursor === undefined ? {} : { cursor });
        pages.push((page[key] as { name: string }[]).map(({ name }) => name));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      return pages;
    };

    it("names tools and prompts by their prefix, page by page, in the order of the source", async () => {
      expect(await pagesOf("tools/list", "tools")).toEqual([
        ["old_change", "old_watched"],
        ["old_touch", "old_offer"],
        ["old_spare", "shelf_where"],
        ["shelf_hide", "shelf_show"],
      ]);
      expect(await pagesOf("prompts/list", "prompts")).toEqual([["old_recommend", "shelf_ask"]]);
      expect(await pagesOf("resources/list", "resources")).toEqual([
        ["all", "1"],
        ["2", "a b"],
        ["Later", "2"],
      ]);
      expect(await pagesOf("resources/templates/list", "resourceTemplates")).toEqual([["book", "pages"]]);
    });

    it("calls each by its prefix, with its own controls", async () => {
      expect(await connection.callTool("shelf_where", {})).toMatchObject({ content: [{ text: "north" }] });
      const ask = await connection.client.getPrompt({ name: "shelf_ask", arguments: { level: "upper" } });
      expect(ask.messages).toMatchObject([{ content: { text: "What is on the upper shelf?" } }]);
      await expect(connection.callTool("where", {})).rejects.toMatchObject({ code: -32602 });
      await connection.callTool("shelf_hide", {});
      await expect(connection.callTool("shelf_where", {})).rejects.toMatchObject({ code: -32602 });
      await connection.callTool("shelf_show", {});
      expect(await connection.callTool("shelf_where", {})).toMatchObject({ content: [{ text: "north" }] });
    });

    it("tells the instructions of each with its prefix", () => {
      expect(connection.client.getInstructions()).toBe(
        "About names that begin with old_: Books, and shelves that change.\n\nAbout names that begin with shelf_: Shelves in one place.",
      );
    });

    it("refuses cursors that it did not make for this list", async () => {
      const { nextCursor } = await rawRequest(connection, "tools/list");
      const good = String(nextCursor);
      for (const cursor of ["", "2", "constructor", good.replace("2.", "4."), `${good}0`, good.toUpperCase()]) {
        await expect(rawRequest(connection, "tools/list", { cursor })).rejects.toMatchObject({
          code: -32602,
          message: expect.stringContaining("Invalid or outdated cursor"),
        });
      }
      for (const cursor of [5, null, {}]) {
        const refused = rawRequest(connection, "tools/list", { cursor });
        await expect(refused).rejects.toMatchObject({
          code: -32602,
          message: expect.stringMatching(/Invalid params for tools\/list: params\.cursor: expected string, got /),
        });
      }
      await expect(rawRequest(connection, "resources/list", { cursor: good })).rejects.toMatchObject({ code: -32602 });
      expect((await rawRequest(connection, "tools/list", { cursor: good })).tools).toHaveLength(2);
    });

    it("refuses cursors of what the list was before", async () => {
      const { nextCursor: cursor } = await rawRequest(connection, "tools/list");
      await connection.callTool("shelf_hide", {});
      await expect(rawRequest(connection, "tools/list", { cursor })).rejects.toMatchObject({ code: -32602 });
      await connection.callTool("shelf_show", {});
      expect((await rawRequest(connection, "tools/list", { cursor })).tools).toHaveLength(2);
    });

    it("gives the same hints for caching on all pages", async () => {
      const expected = connection.era === "modern" ? { ttlMs: 5_000, cacheScope: "public" } : {};
      const { nextCursor: cursor } = await rawRequest(connection, "tools/list");
      for (const params of [{}, { cursor }]) {
        const {
          tools: _,
          nextCursor: _next,
          resultType: _type,
          _meta,
          ...rest
        } = await rawRequest(connection, "tools/list", params);
        expect(rest).toEqual(expected);
      }
    });

    it("was sent only messages that the protocol's schema allows", async () => {
      expect(await connection.close()).toEqual([]);
    });
  });
});
