import type { ReactNode } from "react";
import { SITE } from "@/lib/site";
import { Day } from "@/components/ui/day";
import type { Market } from "@/lib/markets";
import type { Order } from "@/lib/orders/order";

type OrderTicketProps = { order: Order; market: Market };

/** The order as what a cloakroom gives: a numbered ticket, its stub torn off along the dots. */
export function OrderTicket({ order, market }: OrderTicketProps) {
  const { number, email, placedAt, shippingAddress, status } = order;
  const name = shippingAddress ? `, ${shippingAddress.firstName}` : "";
  const willLeave = !status.isCancelled && (status.stage === "ordered" || status.stage === "packed");
  const count = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <div className="flex flex-col text-on-accent sm:flex-row">
      <Paper className="flex-1 px-6 py-8 [--x1:0%] [--x2:100%] [--y1:100%] [--y2:100%] sm:px-10 sm:py-10 sm:[--x1:100%] sm:[--y1:0%]">
        <p className="text-xs font-semibold tracking-[0.09em] uppercase opacity-80">
          {SITE.name} · <Day at={placedAt} market={market} testId="order-date" />
        </p>
        <h1 className="mt-4 display text-3xl">
          Thank you{name}. Your order is {status.isCancelled ? "cancelled" : "confirmed"}.
        </h1>
        <p className="mt-4 max-w-md text-sm opacity-90">
          We have written to{" "}
          <span data-testid="order-email" className="font-semibold wrap-anywhere">
            {email}
          </span>
          {willLeave && " and will again when it leaves"}. Keep the number: it is all you need if you ask
          about this order.
        </p>
      </Paper>
      <Paper className="flex items-center justify-between gap-6 border-dashed border-on-accent/50 px-6 py-6 [--x1:0%] [--x2:100%] [--y1:0%] [--y2:0%] max-sm:border-t-2 sm:w-60 sm:flex-col sm:justify-center sm:border-l-2 sm:px-8 sm:text-center sm:[--x2:0%] sm:[--y2:100%]">
        <p>
          <span className="block text-xs font-semibold tracking-[0.09em] uppercase opacity-80">Order</span>
          <span className="mt-1 block display text-4xl leading-none tabular-nums">
            <span aria-hidden="true" className="text-2xl opacity-70">
              №{" "}
            </span>
            <span data-testid="order-id">{number}</span>
          </span>
        </p>
        <p className="text-sm opacity-90">{count === 1 ? "1 item" : `${count} items`}</p>
      </Paper>
    </div>
  );
}

/** A piece of the ticket, with a bite out of the two corners that `--x1 --y1` and `--x2 --y2` name. */
function Paper({ className, children }: { className: string; children: ReactNode }) {
  return (
    <div
      className={`bg-accent [mask-image:radial-gradient(circle_0.7rem_at_var(--x1)_var(--y1),#0000_97%,#000),radial-gradient(circle_0.7rem_at_var(--x2)_var(--y2),#0000_97%,#000)] mask-intersect ${className}`}
    >
      {children}
    </div>
  );
}
