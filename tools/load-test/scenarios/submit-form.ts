import type { Page } from "../http/check-response";
import { fillForm, findForm, type Fields, type FormLocator } from "../http/form";
import { failScenario, visit, type Actor, type Visit } from "../http/visit";

export type Submission = Pick<Visit, "abort" | "typedCanaries" | "onResponse"> & {
  /** The name in the table of latencies. */
  kind: string;
  form: FormLocator;
  fields?: Fields;
};

/** Submits a form of the page, as a browser without JavaScript does. Returns where it led. */
export async function submitForm(
  actor: Actor,
  page: Page,
  { form: locator, fields = {}, ...request }: Submission,
): Promise<Page | null> {
  const form = findForm(page.document, locator);
  if (!form) throw failScenario(actor.shopper, `no form ${JSON.stringify(locator)} on ${page.path}`);
  return visit(actor, { path: page.path, form: fillForm(form, fields), ...request });
}
