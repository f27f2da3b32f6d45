import { AppError } from "@/lib/errors";

/** The value of a promise, or "unavailable" for that error. A value can be rendered; an error boundary needs JavaScript. */
export async function orUnavailable<T>(promise: Promise<T>): Promise<T | "unavailable"> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof AppError && error.code === "unavailable") return "unavailable";
    throw error;
  }
}
