import { checkHealth } from "@/lib/health";

/** For load balancers and for `npm run demo`: 200 if every part is up, otherwise 503 with the parts that are down. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.ok ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
