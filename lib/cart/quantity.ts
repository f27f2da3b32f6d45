import "server-only";
import { z } from "zod";
import { MAX_LINE_QUANTITY } from "@/lib/cart/cart";

/** The quantity of a line in a form; 0 removes the line. */
export const quantitySchema = z.coerce
  .number({ error: "Please enter a whole number." })
  .int("Please enter a whole number.")
  .min(0, "A quantity cannot be negative.")
  .max(MAX_LINE_QUANTITY, `We sell up to ${MAX_LINE_QUANTITY} of one thing at a time.`);
