import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";

const answered = z.object({ status: z.int() });

/** The backend's HTTP status behind an error of `callAs`, where the code alone says too little; null without one. */
export function readStatus(error: unknown): number | null {
  const { data } = answered.safeParse(error instanceof AppError ? error.cause : null);
  return data?.status ?? null;
}
