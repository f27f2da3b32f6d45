/** Runs once in each server process, before its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ appendConnectionAddresses }, { guardServer }, { purgeHourly }] = await Promise.all([
    import("@/lib/connection-address"),
    import("@/lib/http/guard"),
    import("@/lib/retention"),
  ]);
  appendConnectionAddresses();
  guardServer();
  purgeHourly();
}
