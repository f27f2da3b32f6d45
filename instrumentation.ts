/** Called by Next once, at the start of a server. */
export async function register(): Promise<void> {
  // Next inlines this value when compiling and drops the Node-only imports below; `lib/env.ts` cannot do that.
  // oxlint-disable-next-line node/no-process-env -- see above
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ appendPeerAddresses }, { guardServer }, { purgeHourly }] = await Promise.all([
    import("@/lib/http/forwarded-for"),
    import("@/lib/guard/guard"),
    import("@/lib/retention"),
  ]);
  appendPeerAddresses();
  guardServer();
  purgeHourly();
}
