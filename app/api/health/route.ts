import { checkHealth } from "@/lib/health";

/** For load balancers and for `npm run demo`: 200 when every part answers, 503 naming those that do not. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  return Response.json(health, {
    status: health.ok ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
