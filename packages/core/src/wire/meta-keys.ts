// The keys of `_meta` by which modern messages say what legacy clients say once, when they connect.
export const PROTOCOL_VERSION_META_KEY = "io.modelcontextprotocol/protocolVersion";
export const CLIENT_INFO_META_KEY = "io.modelcontextprotocol/clientInfo";
export const CLIENT_CAPABILITIES_META_KEY = "io.modelcontextprotocol/clientCapabilities";
/** Which subscription a message belongs to: the id of its request, as the client calls it. */
export const SUBSCRIPTION_ID_META_KEY = "io.modelcontextprotocol/subscriptionId";
/** Who answers. */
export const SERVER_INFO_META_KEY = "io.modelcontextprotocol/serverInfo";
