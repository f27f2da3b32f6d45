import "server-only";
import { z } from "zod";
import { AppError } from "@/lib/errors";

const answered = z.object({ status: z.int(), message: z.string().catch("") });

/** The backend's HTTP status behind an error of `callAs`, where the code alone says too little; null without one. */
export function readStatus(error: unknown): number | null {
  const { data } = answered.safeParse(error instanceof AppError ? error.cause : null);
  return data?.status ?? null;
}

/** The backend's message behind an error of `callAs`, for the codes that some begin with; null without an answer. */
export function readMessage(error: unknown): string | null {
  const { data } = answered.safeParse(error instanceof AppError ? error.cause : null);
  return data?.message ?? null;
}
