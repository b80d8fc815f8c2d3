/** Any class. */
// biome-ignore lint/suspicious/noExplicitAny: a class may take any arguments
export type Constructor<T extends object = object> = abstract new (...args: any[]) => T;
