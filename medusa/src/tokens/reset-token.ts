import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { generateResetPasswordTokenWorkflow } from "@medusajs/medusa/core-flows";
import { findLogin } from "./bearer";
import { mayActAs } from "./roles";

interface ResetRequest {
  email: string;
  actorType: string;
  metadata?: Record<string, unknown>;
}

/**
 * Issues a token that resets a password, and emits the event that has it mailed. The token names the login's series, so
 * that whatever ends that series ends the token: a new password, a new address, signing out everywhere.
 * @returns null, and emits nothing, for an address without a login or with one of another kind of actor
 */
export async function issueResetToken(scope: MedusaContainer, request: ResetRequest): Promise<string | null> {
  const { email, actorType, metadata } = request;
  const login = await findLogin(scope, email);
  if (!login || !mayActAs(actorType, login.auth_identity?.app_metadata)) return null;
  const { http } = scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig;
  const series = login.user_metadata?.token_series;
  const jwtOptions = { ...http.jwtOptions, ...(typeof series === "string" ? { subject: series } : {}) };
  const { result } = await generateResetPasswordTokenWorkflow(scope).run({
    input: {
      entityId: email,
      actorType,
      provider: "emailpass",
      secret: http.jwtSecret as string,
      jwtOptions,
      metadata,
    },
  });
  return result;
}
