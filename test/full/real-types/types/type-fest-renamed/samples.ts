import type TypeFestRenamed from "./server.js";

type Value = ReturnType<TypeFestRenamed["give"]>;

export const accepts: readonly Value[] = [{ userId: "1" as Value["userId"], colourName: "green", isOn: true }];

export const rejects: readonly unknown[] = [{ user_id: "1" }];
