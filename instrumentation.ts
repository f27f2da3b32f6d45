/** Next calls this once, when a server starts. */
export async function register(): Promise<void> {
  // Next puts the value in while compiling, and leaves out what only Node can run: not possible from `lib/env.ts`.
  // oxlint-disable-next-line node/no-process-env -- see above
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ appendPeerAddresses }, { guardServer }, { purgeHourly }] = await Promise.all([
    import("@/lib/http/forwarded-for"),
    import("@/lib/http/guard"),
    import("@/lib/retention"),
  ]);
  appendPeerAddresses();
  guardServer();
  purgeHourly();
}
