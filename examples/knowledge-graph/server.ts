import { homedir } from "node:os";
import { join } from "node:path";
import { resource, tool } from "@plainmcp/core";
import { type Entity, type Graph, type Observations, partOf, type Relation } from "./graph.js";
import { GraphFile } from "./graph-file.js";

/**
 * A memory of people, places, projects and how they relate. Search it before you answer about them, and write down what
 * you learn.
 */
export default class KnowledgeGraph {
  readonly #file = new GraphFile(process.env.GRAPH_FILE ?? join(homedir(), ".plainmcp-graph.jsonl"));

  /**
   * Creates entities. Those whose names exist already stay as they are.
   * @param entities To create @minItems 1
   * @returns How many were created
   */
  @tool({ annotations: { destructiveHint: false, idempotentHint: true } })
  createEntities(entities: Entity[]): Promise<number> {
    return this.#file.change({ createEntities: entities });
  }

  /**
   * Creates relations between entities that exist. Those that exist already stay as they are.
   * @param relations To create @minItems 1
   * @returns How many were created
   */
  @tool({ annotations: { destructiveHint: false, idempotentHint: true } })
  createRelations(relations: Relation[]): Promise<number> {
    return this.#file.change({ createRelations: relations });
  }

  /**
   * Adds observations to entities that exist.
   * @param observations To add @minItems 1
   * @returns How many were new
   */
  @tool({ annotations: { destructiveHint: false, idempotentHint: true } })
  addObservations(observations: Observations[]): Promise<number> {
    return this.#file.change({ addObservations: observations });
  }

  /**
   * Deletes entities, with all their relations.
   * @param names Of the entities @minItems 1
   * @returns How many were deleted
   */
  @tool({ annotations: { destructiveHint: true, idempotentHint: true } })
  deleteEntities(names: string[]): Promise<number> {
    return this.#file.change({ deleteEntities: names });
  }

  /**
   * Deletes relations.
   * @param relations To delete @minItems 1
   * @returns How many were deleted
   */
  @tool({ annotations: { destructiveHint: true, idempotentHint: true } })
  deleteRelations(relations: Relation[]): Promise<number> {
    return this.#file.change({ deleteRelations: relations });
  }

  /**
   * Deletes observations about entities.
   * @param observations To delete, word for word @minItems 1
   * @returns How many were deleted
   */
  @tool({ annotations: { destructiveHint: true, idempotentHint: true } })
  deleteObservations(observations: Observations[]): Promise<number> {
    return this.#file.change({ deleteObservations: observations });
  }

  /** Gives everything that is remembered. */
  @tool({ annotations: { readOnlyHint: true } })
  readGraph(): Promise<Graph> {
    return this.#file.read();
  }

  /**
   * Finds entities, with their relations.
   * @param query Words in the name, the type or the observations of an entity; all of them must be there @minLength 1
   */
  @tool({ annotations: { readOnlyHint: true } })
  async search(query: string): Promise<Graph> {
    const words = query.toLowerCase().split(/\s+/);
    return partOf(await this.#file.read(), ({ name, type, observations }) => {
      const text = [name, type, ...observations].join("\n").toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  /**
   * Gives entities by their names, with their relations.
   * @param names Of the entities; those that do not exist are left out @minItems 1
   */
  @tool({ annotations: { readOnlyHint: true } })
  async open(names: string[]): Promise<Graph> {
    return partOf(await this.#file.read(), ({ name }) => names.includes(name));
  }

  /** Everything that is remembered. */
  @resource("graph://all", { title: "The whole graph", watch: "changes" })
  all(): Promise<Graph> {
    return this.#file.read();
  }

  /** One entity, with its relations. @param name Of the entity */
  @resource("graph://entities/{name}", { list: "entities", complete: { name: "namesLike" }, watch: "changes" })
  async entity(name: string): Promise<Graph | undefined> {
    const part = await this.open([name]);
    return part.entities.length > 0 ? part : undefined;
  }

  async entities(): Promise<{ name: string; title: string; description: string }[]> {
    const { entities } = await this.#file.read();
    return entities.map(({ name, type }) => ({ name, title: name, description: type }));
  }

  async namesLike(value: string): Promise<string[]> {
    const { entities } = await this.#file.read();
    return entities.map(({ name }) => name).filter((name) => name.toLowerCase().startsWith(value.toLowerCase()));
  }

  changes(_uri: string, signal: AbortSignal): AsyncIterable<void> {
    return this.#file.changes(signal);
  }
}
