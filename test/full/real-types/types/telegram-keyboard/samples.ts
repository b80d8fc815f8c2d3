import type TelegramKeyboard from "./server.js";

type Value = Parameters<TelegramKeyboard["take"]>[0];

export const accepts: readonly Value[] = [
  {
    inline_keyboard: [
      [
        { text: "a", url: "https://a.b" },
        { text: "b", callback_data: "b" },
      ],
    ],
  },
];

export const rejects: readonly unknown[] = [{}, { inline_keyboard: [[{ url: "https://a.b" }]] }];
