import "server-only";
import type { z } from "zod";
import { type Action, publicAction } from "@/lib/http/action";
import { requireCustomer } from "@/lib/session/session";

/**
 * A server action for the signed-in customer only.
 * @param schema as for `publicAction`
 */
export function customerAction<S extends z.ZodType, T extends object>(
  schema: S,
  run: (input: z.output<S>) => Promise<T>,
): Action<T> {
  return publicAction(schema, async (input) => {
    await requireCustomer();
    return run(input);
  });
}
