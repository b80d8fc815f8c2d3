export const rejects: readonly unknown[] = [{ id: 1 }];
