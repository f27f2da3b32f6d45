import { z } from "@medusajs/framework/zod";
import { compact, type MailLine, type MailOrder, text } from "./order";

const parcelSchema = z.object({
  id: z.string(),
  order: z.object({ id: z.string() }).nullish(),
  items: compact(z.object({ line_item_id: text, quantity: z.number() })),
  labels: compact(z.object({ tracking_number: text, tracking_url: text })),
});

/** The fields of Medusa's fulfillment that mails use. `order`: null for what comes back to the shop. */
export type MailParcel = z.infer<typeof parcelSchema>;

/** Fields to query for a `MailParcel`. */
export const PARCEL_FIELDS = ["id", "order.id", "items.*", "labels.*"];

/** @throws Error naming the invalid field */
export function parseParcel(fulfillment: unknown): MailParcel {
  return parcelSchema.parse(JSON.parse(JSON.stringify(fulfillment)));
}

/** The lines of an order with the quantities that are in the parcel. */
export function listContents({ items }: MailOrder, parcel: Pick<MailParcel, "items">): MailLine[] {
  return items.flatMap((line) => {
    const packed = parcel.items.find(({ line_item_id }) => line_item_id === line.id);
    // A kit is packed as its components, of which there may be more.
    return packed ? [{ ...line, quantity: Math.min(packed.quantity, line.quantity) }] : [];
  });
}

export interface Tracking {
  number: string;
  /** The carrier's page. Medusa's dashboard sends "#" for a link that was left out. */
  url: string | null;
}

export function listTrackings({ labels }: Pick<MailParcel, "labels">): Tracking[] {
  return labels.flatMap(({ tracking_number, tracking_url }) => {
    const number = (tracking_number ?? "").trim();
    const url = (tracking_url ?? "").trim();
    return number ? [{ number, url: /^https?:\/\//iu.test(url) && URL.canParse(url) ? url : null }] : [];
  });
}
