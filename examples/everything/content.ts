import { type ContentBlock, type EmbeddedResource, tool } from "@plainmcp/core";
import { RED_PIXEL, SILENCE } from "./media.js";

/** Every kind of content that a tool can return. */
export class Content {
  /** Returns a text. */
  @tool({ name: "test_simple_text" })
  text(): string {
    return "This is a simple text response for testing.";
  }

  /** Returns an image: the first bytes say that it is one. */
  @tool({ name: "test_image_content" })
  image(): Uint8Array {
    return RED_PIXEL;
  }

  /** Returns a sound. */
  @tool({ name: "test_audio_content" })
  audio(): Blob {
    return new Blob([Buffer.from(SILENCE)], { type: "audio/wav" });
  }

  /** Returns the content of a resource. */
  @tool({ name: "test_embedded_resource" })
  embeddedResource(): EmbeddedResource {
    return {
      type: "resource",
      resource: {
        uri: "test://embedded-resource",
        mimeType: "text/plain",
        text: "This is an embedded resource content.",
      },
    };
  }

  /** Returns a text, an image and a resource. */
  @tool({ name: "test_multiple_content_types" })
  mixed(): (ContentBlock | Uint8Array)[] {
    return [
      { type: "text", text: "Multiple content types test:" },
      RED_PIXEL,
      {
        type: "resource",
        resource: {
          uri: "test://mixed-content-resource",
          mimeType: "application/json",
          text: JSON.stringify({ test: "data", value: 123 }),
        },
      },
    ];
  }
}
