import { channel } from "node:diagnostics_channel";
import type { HttpExchange } from "../leak-scan/leak-watch";

/** The exchanges of all clients without a browser, for the leak watch of the test that runs. */
export const httpExchanges = channel("cloakroom:http-exchange");

/** Publishes an exchange. Costs nothing outside a test. */
export function publishExchange(exchange: HttpExchange): void {
  httpExchanges.publish(exchange);
}
