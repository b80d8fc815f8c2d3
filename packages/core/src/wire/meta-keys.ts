// Modern messages carry these keys in `_meta`. Legacy clients send the same data once, when they connect.
export const PROTOCOL_VERSION_META_KEY = "io.modelcontextprotocol/protocolVersion";
export const CLIENT_INFO_META_KEY = "io.modelcontextprotocol/clientInfo";
export const CLIENT_CAPABILITIES_META_KEY = "io.modelcontextprotocol/clientCapabilities";
/** The least severe log messages that the client wants. */
export const LOG_LEVEL_META_KEY = "io.modelcontextprotocol/logLevel";
/** The subscription that a message belongs to: the client's id of the subscription request. */
export const SUBSCRIPTION_ID_META_KEY = "io.modelcontextprotocol/subscriptionId";
/** The name and version of the server. */
export const SERVER_INFO_META_KEY = "io.modelcontextprotocol/serverInfo";
