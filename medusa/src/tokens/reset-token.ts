import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { generateResetPasswordTokenWorkflow } from "@medusajs/medusa/core-flows";
import { PROVIDER } from "../account/login";
import { findLogin } from "./bearer";
import { mayActAs } from "./roles";

interface ResetRequest {
  email: string;
  actorType: string;
  metadata?: Record<string, unknown>;
}

/**
 * Issues a password reset token and emits the event that mails it. The token contains the login's token version, so
 * that a revocation ends it: a new password, a new address, signing out everywhere.
 * @returns null, without an event, for an address without a login or with one of another actor type
 */
export async function issueResetToken(scope: MedusaContainer, request: ResetRequest): Promise<string | null> {
  const { email, actorType, metadata } = request;
  const login = await findLogin(scope, email);
  if (!login || !mayActAs(actorType, login.auth_identity?.app_metadata)) return null;
  const { http } = scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig;
  const version = login.user_metadata?.token_series;
  const jwtOptions = { ...http.jwtOptions, ...(typeof version === "string" ? { subject: version } : {}) };
  const { result } = await generateResetPasswordTokenWorkflow(scope).run({
    input: {
      entityId: email,
      actorType,
      provider: PROVIDER,
      secret: http.jwtSecret as string,
      jwtOptions,
      metadata,
    },
  });
  return result;
}
