import plainmcp from "@plainmcp/compiler/webpack";
import type { NextConfig } from "next";

const nextConfig: NextConfig = {
  webpack(config) {
    config.plugins.push(plainmcp());
    return config;
  },
};

export default nextConfig;
