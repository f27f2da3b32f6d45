/** Next calls this once, when a server starts. */
export async function register(): Promise<void> {
  // Read here and not in `lib/env.ts`: Next puts the value in while compiling, and leaves out what only Node can run.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { guardServer } = await import("@/lib/http/guard");
  guardServer();
}
