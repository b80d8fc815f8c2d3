import { tool } from "@plainmcp/core";

abstract class Repository<Entity extends { id: number }, Key extends keyof Entity = keyof Entity> {
  /** Finds one. */
  @tool
  find(id: Entity["id"], only?: Key[]): Entity | null {
    return null;
  }

  /** Changes some properties. */
  abstract change(id: number, patch: Partial<Omit<Entity, "id">>): Promise<Entity>;
}

interface Book {
  id: number;
  title: string;
}

export class Books extends Repository<Book> {
  @tool
  async change(id: number, patch: Partial<Omit<Book, "id">>): Promise<Book> {
    return { id, title: "", ...patch };
  }
}
