import { Modules } from "@medusajs/framework/utils";
import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { updateCustomersWorkflow } from "@medusajs/medusa/core-flows";
import { bumpTokenVersion } from "../tokens/token-version";

interface LoginChange {
  login_id: string;
  email: string;
}

/** Changes the e-mail address and revokes earlier tokens in one write. */
const changeLoginStep = createStep(
  "change-login",
  async ({ login_id: id, email }: LoginChange, { container }) => {
    const auth = container.resolve(Modules.AUTH);
    const { entity_id } = await auth.retrieveProviderIdentity(id);
    await auth.updateProviderIdentities({ id, entity_id: email, user_metadata: bumpTokenVersion() });
    return new StepResponse(undefined, { id, entity_id });
  },
  async (before, { container }) => {
    if (before) await container.resolve(Modules.AUTH).updateProviderIdentities(before);
  },
);

/** Changes a customer's address for sign-in and for mail: both or neither. */
export const changeEmailWorkflow = createWorkflow(
  "change-email",
  (input: LoginChange & { customer_id: string }) => {
    changeLoginStep(input);
    updateCustomersWorkflow.runAsStep({
      input: { selector: { id: input.customer_id }, update: { email: input.email } },
    });
    return new WorkflowResponse(undefined);
  },
);
