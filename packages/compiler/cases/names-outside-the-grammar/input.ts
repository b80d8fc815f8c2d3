import { tool } from "@plainmcp/core";

export class Names {
  /** A space. */
  @tool({ name: "get weather" })
  space(): void {}

  /** Nothing. */
  @tool({ name: "" })
  nothing(): void {}

  /** A letter that is none of A to Z. */
  @tool
  größe(): void {}

  /** Everything that is allowed. */
  @tool({ name: "Get.the_weather-2" })
  fine(): void {}
}
