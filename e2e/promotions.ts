import { randomUUID } from "node:crypto";
import { parse } from "node-html-parser";
import { ask, signInAdmin } from "./admins";
import { environment } from "./environment";

type Own = { code: string; application_method?: object; campaign?: object } & Record<string, unknown>;

/** A code that no other test has. */
export function newCode(word: string): string {
  return `${word}-${randomUUID().slice(0, 8)}`;
}

/** Promotions of one test, made as a shopkeeper makes them, and taken away afterwards. */
export class Promotions {
  readonly #made: string[] = [];

  private constructor(private readonly token: string) {}

  static async open(): Promise<Promotions> {
    return new Promotions(await signInAdmin(environment.admin));
  }

  /** Ten per cent off everything, unless told otherwise. @returns its id, and its campaign's */
  async create({ application_method, campaign, ...own }: Own): Promise<{ id: string; campaignId: string }> {
    const method = { type: "percentage", target_type: "items", allocation: "across", value: 10 };
    const name = `Campaign of ${own.code}`;
    const body = {
      type: "standard",
      status: "active",
      application_method: { ...method, ...application_method },
      ...(campaign ? { campaign: { name, campaign_identifier: own.code, ...campaign } } : {}),
      ...own,
    };
    const answer = await this.#call<{ promotion: { id: string; campaign?: { id: string } } }>(
      "POST",
      "/promotions",
      body,
    );
    const { id, campaign: made } = answer.promotion;
    this.#made.push(`/promotions/${id}`, ...(made ? [`/campaigns/${made.id}`] : []));
    return { id, campaignId: made?.id ?? "" };
  }

  async delete(id: string): Promise<void> {
    await this.#call("DELETE", `/promotions/${id}`);
  }

  async changeCampaign(id: string, change: object): Promise<void> {
    await this.#call("POST", `/campaigns/${id}`, change);
  }

  async removeAll(): Promise<void> {
    for (const path of this.#made) await ask(`/admin${path}`, { method: "DELETE", token: this.token });
  }

  async #call<T>(method: string, path: string, body?: object): Promise<T> {
    const answer = await ask(`/admin${path}`, { method, token: this.token, ...(body ? { body } : {}) });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }
}

/** The codes that a page of the shop shows in its main part, each with how it stands and all that is said of it. */
export function readCodes(html: string): { status: string | undefined; text: string }[] {
  const rows = parse(html).querySelectorAll('main [data-testid="discount-row"]');
  return rows.map((row) => ({
    status: row.getAttribute("data-status"),
    text: row.textContent.replaceAll(/\s+/g, " "),
  }));
}

/** A number of the page's main part, such as a total. */
export function readNumber(html: string, testId: string): number {
  return Number(parse(html).querySelector(`main [data-testid="${testId}"]`)?.getAttribute("data-value") ?? 0);
}
