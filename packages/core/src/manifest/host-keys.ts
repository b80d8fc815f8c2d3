/** Arguments that a host adds to the calls of every tool. */
export interface HostKeys {
  readonly host: string;
  readonly keys: readonly string[];
  /** The one that only this host sends, with each call. The others may be data of another host's model. */
  readonly mark: string;
  /** Where this can be read. */
  readonly sources: readonly string[];
}

/**
 * The arguments that hosts are known to add to calls, although no schema has them. A function, because built servers
 * load this table only when a call has an argument that its tool does not know.
 */
export function hostKeys(): readonly HostKeys[] {
  return [
    {
      host: "n8n",
      keys: ["toolCallId", "sessionId", "action", "chatInput"],
      // Newer versions add them only for tools that allow any property: https://github.com/n8n-io/n8n/pull/24263
      mark: "toolCallId",
      sources: [
        "https://github.com/n8n-io/n8n/issues/21716",
        "https://github.com/n8n-io/n8n/issues/37308",
        "https://github.com/mpeirone/zabbix-mcp-server/pull/27",
      ],
    },
    {
      host: "Gemini CLI",
      keys: ["wait_for_previous"],
      mark: "wait_for_previous",
      // `addWaitForPreviousParameter` adds it to the schema of every tool that the model sees.
      sources: ["https://github.com/google-gemini/gemini-cli/blob/main/packages/core/src/tools/tools.ts"],
    },
  ];
}

/** The host that adds an argument of this name to calls, if one is known. */
export function hostOfKey(name: string): string | undefined {
  return hostKeys().find(({ keys }) => keys.includes(name))?.host;
}
