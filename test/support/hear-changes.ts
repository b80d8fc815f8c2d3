import { Client as V1Client } from "@modelcontextprotocol/sdk/client/index.js";
import {
  PromptListChangedNotificationSchema,
  ResourceListChangedNotificationSchema,
  ResourceUpdatedNotificationSchema,
  ToolListChangedNotificationSchema,
} from "@modelcontextprotocol/sdk/types.js";
import type { Connection } from "./connect.js";

/** The changes that a client is notified of, in either era. */
export interface Changes {
  /** `tools`, `prompts` or `resources` for a list, or the URI of a resource. */
  readonly heard: string[];
  /** Subscribes to a resource until the returned function is called. */
  subscribe(uri: string): Promise<() => Promise<void>>;
}

/** Makes a client record every notification of a change: of lists from the start, of resources once it subscribes. */
export async function hearChanges({ client, era }: Connection): Promise<Changes> {
  const heard: string[] = [];
  const [tools, prompts, resources] = ["tools", "prompts", "resources"].map((list) => () => void heard.push(list));
  const updated = ({ params }: { params: { uri: string } }) => void heard.push(params.uri);
  if ((client as unknown) instanceof V1Client) {
    const v1 = client as unknown as V1Client;
    v1.setNotificationHandler(ToolListChangedNotificationSchema, tools as () => void);
    v1.setNotificationHandler(PromptListChangedNotificationSchema, prompts as () => void);
    v1.setNotificationHandler(ResourceListChangedNotificationSchema, resources as () => void);
    v1.setNotificationHandler(ResourceUpdatedNotificationSchema, updated);
  } else {
    client.setNotificationHandler("notifications/tools/list_changed", tools as () => void);
    client.setNotificationHandler("notifications/prompts/list_changed", prompts as () => void);
    client.setNotificationHandler("notifications/resources/list_changed", resources as () => void);
    client.setNotificationHandler("notifications/resources/updated", updated);
  }
  if (era === "modern") {
    await client.listen({ toolsListChanged: true, promptsListChanged: true, resourcesListChanged: true });
  }
  return {
    heard,
    async subscribe(uri) {
      if (era === "modern") {
        const subscription = await client.listen({ resourceSubscriptions: [uri] });
        return () => subscription.close();
      }
      await client.subscribeResource({ uri });
      return async () => void (await client.unsubscribeResource({ uri }));
    },
  };
}
