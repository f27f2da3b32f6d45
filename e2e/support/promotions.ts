import { randomUUID } from "node:crypto";
import { parse } from "node-html-parser";
import { AdminApi } from "./admin-api";

type PromotionInput = { code: string; application_method?: object; campaign?: object } & Record<
  string,
  unknown
>;

/** A unique promotion code. */
export function newPromotionCode(word: string): string {
  return `${word}-${randomUUID().slice(0, 8)}`;
}

/** Promotions and campaigns of one test. */
export class Promotions {
  private constructor(private readonly admin: AdminApi) {}

  static async signIn(): Promise<Promotions> {
    return new Promotions(await AdminApi.signIn());
  }

  /**
   * Creates a promotion, by default 10 % off all items.
   * @returns its id and its campaign's
   */
  async create({
    application_method,
    campaign,
    ...own
  }: PromotionInput): Promise<{ id: string; campaignId: string }> {
    const method = { type: "percentage", target_type: "items", allocation: "across", value: 10 };
    const named = { name: `Campaign of ${own.code}`, campaign_identifier: own.code, ...campaign };
    const { id: campaignId } = campaign
      ? await this.admin.create("/campaigns", "campaign", named)
      : { id: "" };
    const { id } = await this.admin.create("/promotions", "promotion", {
      type: "standard",
      status: "active",
      application_method: { ...method, ...application_method },
      ...(campaignId ? { campaign_id: campaignId } : {}),
      ...own,
    });
    return { id, campaignId };
  }

  async delete(id: string): Promise<void> {
    await this.admin.delete(`/promotions/${id}`);
  }

  async changeCampaign(id: string, change: object): Promise<void> {
    await this.admin.post(`/campaigns/${id}`, change);
  }

  async cleanUp(): Promise<void> {
    await this.admin.cleanUp();
  }
}

/** Promotion codes listed on a page, with their status and text. */
export function readPromotionRows(html: string): { status: string | undefined; text: string }[] {
  const rows = parse(html).querySelectorAll('main [data-testid="discount-row"]');
  return rows.map((row) => ({
    status: row.getAttribute("data-status"),
    text: row.textContent.replaceAll(/\s+/g, " "),
  }));
}

/** Reads a machine-readable number of a page, such as a total. */
export function readAmount(html: string, testId: string): number {
  return Number(parse(html).querySelector(`main [data-testid="${testId}"]`)?.getAttribute("data-value") ?? 0);
}
