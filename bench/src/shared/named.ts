/** Runs something of a subject. @throws Error that names the subject, when it fails */
export async function named<T>(subject: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw new Error(`${subject}: ${error instanceof Error ? error.message : error}`);
  }
}
