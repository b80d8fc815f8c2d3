import type TelegramUpdate from "./server.js";

type Value = ReturnType<TelegramUpdate["give"]>;

export const accepts: readonly Value[] = [
  {
    update_id: 1,
    message: {
      message_id: 2,
      date: 3,
      chat: { id: 4, type: "private", first_name: "A" },
      from: { id: 4, is_bot: false, first_name: "A" },
      text: "hi",
    },
  },
];

export const rejects: readonly unknown[] = [{ update_id: "1" }];
