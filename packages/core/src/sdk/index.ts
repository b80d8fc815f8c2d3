export { toAuthInfo } from "./auth-info.js";
export { Channel } from "./channel.js";
export { createSdkServers, type SdkServers } from "./create-sdk-servers.js";
