import { tool } from "@plainmcp/core";

export class Page {
  /** What lives in the browser. */
  @tool
  click(element: HTMLElement, event: MouseEvent, form: FormData, headers: Headers): Request {
    return null!;
  }

  /** Its plain data is data. */
  @tool
  place(rect: DOMRectInit, options: ScrollToOptions): PositionOptions {
    return {};
  }
}
