import "server-only";
import { connection } from "next/server";
import { reachDatabase } from "@/lib/db";
import { env } from "@/lib/env";

const TIMEOUT_MS = 3_000;

export type Health = { ok: boolean; storefront: "up"; backend: "up" | "down"; database: "up" | "down" };

/** Checks the backend and the storefront's database. Never throws. */
export async function checkHealth(): Promise<Health> {
  await connection();
  const [backend, databaseIsUp] = await Promise.all([isUp(reachBackend), isUp(reachDatabase)]);
  return {
    ok: backend && databaseIsUp,
    storefront: "up",
    backend: backend ? "up" : "down",
    database: databaseIsUp ? "up" : "down",
  };
}

async function isUp(check: () => Promise<unknown>): Promise<boolean> {
  try {
    await check();
    return true;
  } catch {
    return false;
  }
}

async function reachBackend(): Promise<void> {
  const response = await fetch(new URL("/health", env.medusaUrl), {
    cache: "no-store",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`backend ${response.status}`);
}
