import type { Operation } from "@/components/cart/store/cart-state";

type Handlers = {
  /** Sends one operation; resolves at the response, be it an error. */
  send: (operation: Operation) => Promise<void>;
  /** Called for an operation that is not sent because a later one replaces it. */
  skip: (operation: Operation) => void;
};

export type OperationQueue = { push: (operation: Operation) => void };

/**
 * Sends operations one at a time in the order of the clicks, as concurrent requests could reach the backend in any order.
 * Skips a change of quantity that a later click replaces.
 */
export function createOperationQueue({ send, skip }: Handlers): OperationQueue {
  const waiting: Operation[] = [];
  let isDraining = false;

  async function drain() {
    isDraining = true;
    for (let operation = waiting.shift(); operation; operation = waiting.shift()) {
      if (isReplaced(operation, waiting)) skip(operation);
      else await send(operation);
    }
    isDraining = false;
  }

  return {
    push(operation) {
      waiting.push(operation);
      if (!isDraining) void drain();
    },
  };
}

function isReplaced(operation: Operation, waiting: readonly Operation[]): boolean {
  if (operation.kind !== "change") return false;
  return waiting.some((later) => "lineId" in later && later.lineId === operation.lineId);
}
