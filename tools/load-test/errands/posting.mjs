// @ts-check
import { fillForm, findForm } from "../form.mjs";
import { Stuck, visit } from "../visit.mjs";

/**
 * @typedef {import("../device.mjs").Device} Device
 * @typedef {import("../form.mjs").Fields} Fields
 * @typedef {import("../shopper.mjs").Shopper} Shopper
 * @typedef {import("../visit.mjs").Call} Call
 * @typedef {import("../examination.mjs").Visit} Visit
 * @typedef {Parameters<typeof findForm>[1]} Wanted
 * @typedef {Pick<Call, "fate" | "typed" | "onAnswer"> & { kind: string, form: Wanted, typedFields?: Fields }} Posting
 */

/**
 * Sends the form that stands on a page, as a browser without JavaScript does.
 * @param {{ shopper: Shopper, device: Device }} who
 * @param {Visit} on the page
 * @param {Posting} posting
 * @returns {Promise<Visit | null>} where it led
 * @throws {Stuck} when there is no such form
 */
export async function post({ shopper, device }, on, { form: wanted, typedFields = {}, ...call }) {
  const form = findForm(on.page, wanted);
  if (!form) throw stuck(shopper, `no form ${JSON.stringify(wanted)} on ${on.path}`);
  return visit(shopper, device, { path: on.path, form: fillForm(form, typedFields), ...call });
}

/**
 * Counts what is no answer to the errand, such as a page that another was expected for.
 * @param {Shopper} shopper
 * @param {string} what
 */
export function stuck(shopper, what) {
  shopper.ground.tally.addError(what);
  return new Stuck(what);
}

/**
 * A page that must be there.
 * @param {{ shopper: Shopper, device: Device }} who
 * @param {string} path
 * @returns {Promise<Visit>}
 */
export async function open({ shopper, device }, path) {
  const visited = await visit(shopper, device, { path });
  if (!visited) throw stuck(shopper, `${path} was not read`);
  return visited;
}
