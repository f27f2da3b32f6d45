/** Next calls this once, when the server starts. */
export async function register(): Promise<void> {
  const { guardServer } = await import("@/lib/http/guard");
  guardServer();
}
