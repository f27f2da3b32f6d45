import type { Operation } from "@/components/cart/cart-state";

type Handlers = {
  /** Sends one operation; resolves when the server has answered, whatever the answer. */
  send: (operation: Operation) => Promise<void>;
  /** Told of an operation that is never sent, because a later one made it pointless. */
  skip: (operation: Operation) => void;
};

export type OperationQueue = { push: (operation: Operation) => void };

/**
 * Sends operations one after the other, in the order of the clicks: two requests at once could reach the backend
 * in either order, and the last one to arrive would win. A change that a later click has overtaken is not sent.
 */
export function createOperationQueue({ send, skip }: Handlers): OperationQueue {
  const waiting: Operation[] = [];
  let isDraining = false;

  async function drain() {
    isDraining = true;
    for (let operation = waiting.shift(); operation; operation = waiting.shift()) {
      if (isOvertaken(operation, waiting)) skip(operation);
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

function isOvertaken(operation: Operation, waiting: readonly Operation[]): boolean {
  if (operation.kind !== "change") return false;
  return waiting.some((later) => "lineId" in later && later.lineId === operation.lineId);
}
