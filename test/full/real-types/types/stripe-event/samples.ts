export const rejects: readonly unknown[] = [{ id: "evt_1" }];
