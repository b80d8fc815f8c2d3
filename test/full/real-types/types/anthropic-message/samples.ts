import type AnthropicMessage from "./server.js";

type Value = ReturnType<AnthropicMessage["give"]>;

export const accepts: readonly Value[] = [
  {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: "claude",
    content: [{ type: "text", text: "Hi", citations: null }],
    stop_reason: "end_turn",
    stop_sequence: null,
    stop_details: null,
    container: null,
    diagnostics: null,
    usage: {
      input_tokens: 1,
      output_tokens: 2,
      cache_creation: null,
      cache_creation_input_tokens: null,
      cache_read_input_tokens: null,
      inference_geo: null,
      output_tokens_details: null,
      server_tool_use: null,
      service_tier: null,
      speed: null,
    },
  },
];

export const rejects: readonly unknown[] = [{ id: "msg_1", role: "assistant" }, "hello"];
