import { z } from "@medusajs/framework/zod";

/** A password to be set. The bound keeps hashing it from being work without end. */
export const newPassword = z.string().min(8).max(200);
