import "server-only";
import { connection } from "next/server";
import { reachDatabase } from "@/lib/db";
import { env } from "@/lib/env";

const TIMEOUT_MILLISECONDS = 3_000;

export type Health = { ok: boolean; storefront: "up"; backend: "up" | "down"; database: "up" | "down" };

/** Asks the backend and the storefront's database whether they are there. Never throws. */
export async function checkHealth(): Promise<Health> {
  await connection();
  const [backend, store] = await Promise.all([isUp(askBackend), isUp(reachDatabase)]);
  return {
    ok: backend && store,
    storefront: "up",
    backend: backend ? "up" : "down",
    database: store ? "up" : "down",
  };
}

async function isUp(ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch {
    return false;
  }
}

async function askBackend(): Promise<void> {
  const response = await fetch(new URL("/health", env.medusaUrl), {
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
  });
  if (!response.ok) throw new Error(`backend ${response.status}`);
}
