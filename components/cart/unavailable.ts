import { AppError } from "@/lib/errors";

/**
 * What the promise gives, or "unavailable" during an outage. An error boundary would need JavaScript to say so;
 * a value can be rendered.
 */
export async function orUnavailable<T>(promise: Promise<T>): Promise<T | "unavailable"> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof AppError && error.code === "unavailable") return "unavailable";
    throw error;
  }
}
