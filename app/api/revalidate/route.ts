import { revalidateTag } from "next/cache";
import { z } from "zod";
import { listStaleTags, TAGS } from "@/lib/catalog/cache-tags";
import { readSignedMessage, toRefusalResponse } from "@/lib/http/signed-message";

const messageSchema = z.object({
  events: z
    .array(
      z.object({
        type: z.enum(["product", "category", "collection", "region"]),
        id: z.string().max(100),
        isListed: z.boolean().optional(),
      }),
    )
    .max(1_000),
});

/**
 * The backend reports changes; the pages that show them become stale and are regenerated before their next visit. "max"
 * keeps the stale pages, so that they can be served if the backend goes down right after an edit.
 */
export async function POST(request: Request): Promise<Response> {
  const message = await readSignedMessage(request, Date.now() / 1_000);
  if (!message.ok) return toRefusalResponse(message);
  const parsed = messageSchema.safeParse(parseJson(message.body));
  if (!parsed.success) return Response.json({ code: "invalid" }, { status: 400 });
  const tags = new Set(parsed.data.events.flatMap(listStaleTags));
  for (const tag of tags) revalidateTag(tag, "max");
  if (tags.has(TAGS.products)) revalidateTag(TAGS.version, { expire: 0 });
  return Response.json({ revalidated: [...tags] });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
