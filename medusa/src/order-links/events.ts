export const ORDER_LINK_REQUESTED = "order.link_requested";

/** Emitted for known and unknown orders alike, so that a response tells nothing. `request`: a random id. */
export interface OrderLinkRequest {
  number: number;
  email: string;
  request: string;
}
