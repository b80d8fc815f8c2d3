import type NotionPage from "./server.js";

type Value = ReturnType<NotionPage["give"]>;

export const accepts: readonly Value[] = [
  {
    object: "page",
    in_trash: false,
    archived: false,
    is_archived: false,
    is_locked: false,
    id: "p",
    url: "https://a.b",
    public_url: null,
    parent: { type: "workspace", workspace: true },
    properties: { Done: { type: "checkbox", id: "d", checkbox: true } },
    icon: null,
    cover: null,
    created_by: { object: "user", id: "u" },
    last_edited_by: { object: "user", id: "u" },
    created_time: "2026-01-02T03:04:05Z",
    last_edited_time: "2026-01-02T03:04:05Z",
  },
];

export const rejects: readonly unknown[] = [{ object: "page" }];
