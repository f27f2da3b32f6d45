import { AdminApi } from "./admin-api";

type Line = { id: string; quantity: number };
/** `isQuiet`: "Notify customers" is off. */
type Notice = { isQuiet?: boolean };
type Tracking = { number: string; url?: string };

/** An order as the admin API returns it, with the fields that its life changes. */
type LivingOrder = {
  display_id: number;
  items: Line[];
  fulfillments: { id: string }[];
  payment_collections: { payments: { id: string; amount: number }[] }[];
};

/** What shopkeepers do with an order in the dashboard. Every order has one line. */
export class OrderAdmin extends AdminApi {
  async getLivingOrder(id: string): Promise<LivingOrder> {
    const fields = "display_id,*items,fulfillments.id,*payment_collections.payments";
    return (await this.get<{ order: LivingOrder }>(`/orders/${id}?fields=${fields}`)).order;
  }

  /** @returns the parcel's id */
  async pack(id: string, quantity: number): Promise<string> {
    const { items, fulfillments } = await this.getLivingOrder(id);
    await this.post(`/orders/${id}/fulfillments`, { items: setQuantity(items, quantity) });
    const known = new Set(fulfillments.map((parcel) => parcel.id));
    const parcels = (await this.getLivingOrder(id)).fulfillments;
    return parcels.find((parcel) => !known.has(parcel.id))?.id ?? "";
  }

  async ship(id: string, parcelId: string, { number, url = "#", isQuiet }: Tracking & Notice): Promise<void> {
    const { items } = await this.getLivingOrder(id);
    await this.post(`/orders/${id}/fulfillments/${parcelId}/shipments`, {
      items: setQuantity(items, 1),
      labels: [{ tracking_number: number, tracking_url: url, label_url: "#" }],
      ...toBody({ isQuiet }),
    });
  }

  async deliver(id: string, parcelId: string): Promise<void> {
    await this.post(`/orders/${id}/fulfillments/${parcelId}/mark-as-delivered`, {});
  }

  async capture(id: string): Promise<void> {
    await this.post(`/payments/${await this.#findPaymentId(id)}/capture`, {});
  }

  async refund(id: string, amount: number): Promise<void> {
    await this.post(`/payments/${await this.#findPaymentId(id)}/refund`, { amount });
  }

  async cancel(id: string): Promise<void> {
    await this.post(`/orders/${id}/cancel`, {});
  }

  /** @returns the return's id */
  async requestReturn(id: string, quantity: number, { isQuiet }: Notice = {}): Promise<string> {
    const { items } = await this.getLivingOrder(id);
    const location_id = await this.findFirstId("/stock-locations", "stock_locations");
    const body = { order_id: id, location_id, ...toBody({ isQuiet }) };
    const created = await this.post<{ return: { id: string } }>("/returns", body);
    const path = `/returns/${created.return.id}`;
    await this.post(`${path}/request-items`, { items: setQuantity(items, quantity) });
    await this.post(`${path}/request`, {});
    return created.return.id;
  }

  async receiveReturn(id: string, returnId: string, quantity: number): Promise<void> {
    const { items } = await this.getLivingOrder(id);
    const path = `/returns/${returnId}/receive`;
    await this.post(path, {});
    await this.post(`${path}-items`, { items: setQuantity(items, quantity) });
    await this.post(`${path}/confirm`, {});
  }

  /** Changes how many of the line are ordered. */
  async editQuantity(id: string, quantity: number): Promise<void> {
    const { items } = await this.getLivingOrder(id);
    await this.post("/order-edits", { order_id: id });
    await this.post(`/order-edits/${id}/items/item/${items[0]?.id}`, { quantity });
    await this.post(`/order-edits/${id}/confirm`, {});
  }

  async #findPaymentId(id: string): Promise<string> {
    const { payment_collections } = await this.getLivingOrder(id);
    return payment_collections[0]?.payments[0]?.id ?? "";
  }
}

function setQuantity(items: Line[], quantity: number): Line[] {
  return items.map((item) => ({ id: item.id, quantity }));
}

function toBody({ isQuiet }: Notice): object {
  return isQuiet === undefined ? {} : { no_notification: isQuiet };
}
