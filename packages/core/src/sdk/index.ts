export { toAuthInfo } from "./auth-info.js";
export { createSdkServers, type SdkServers } from "./create-sdk-servers.js";
