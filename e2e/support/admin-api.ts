import { environment } from "./environment";
import { requestMedusa, signInAdmin } from "./medusa-request";

/** A request that the backend refused, such as deleting a product of an open order. */
export class AdminApiError extends Error {}

type Row = { id: string };

const MAX_SHOWN_LENGTH = 300;

/** Medusa's admin API. Paths have no "/admin" prefix. Every method throws `AdminApiError` when the backend refuses. */
export class AdminApi {
  readonly #cleanUps: (() => Promise<unknown>)[] = [];

  /** @param token an admin's */
  constructor(readonly token: string) {}

  /** Signs in as the seeded admin. */
  static async signIn<T extends AdminApi>(this: new (token: string) => T): Promise<T> {
    return new this(await signInAdmin(environment.admin));
  }

  async get<T>(path: string): Promise<T> {
    return this.#request<T>("GET", path);
  }

  async post<T = object>(path: string, body: object): Promise<T> {
    return this.#request<T>("POST", path, body);
  }

  async delete(path: string): Promise<void> {
    await this.#request("DELETE", path);
  }

  /**
   * Creates an entity that `cleanUp` deletes.
   * @param key the entity's name in the response, such as "promotion"
   * @returns the entity, with at least its id
   */
  async create<T extends Row = Row>(path: string, key: string, body: object): Promise<T> {
    const response = await this.post<Record<string, T>>(path, body);
    const entity = response[key];
    if (!entity) throw new AdminApiError(`POST ${path} returned no "${key}".`);
    this.cleanUpLater(() => this.delete(`${path}/${entity.id}`));
    return entity;
  }

  /** Registers a step of `cleanUp`. */
  cleanUpLater(step: () => Promise<unknown>): void {
    this.#cleanUps.push(step);
  }

  /** Undoes what the test has created, last first. Entities that the test or the backend has deleted are skipped. */
  async cleanUp(): Promise<void> {
    for (const step of this.#cleanUps.splice(0).toReversed()) await step().catch(ignoreRefusal);
  }

  /** The sales channel of the storefront's publishable key. */
  async findSalesChannelId(): Promise<string> {
    type Keys = { api_keys: { token: string; sales_channels: Row[] }[] };
    const path = "/api-keys?type=publishable&limit=50&fields=token,*sales_channels";
    const { api_keys } = await this.get<Keys>(path);
    const key = api_keys.find(({ token }) => token === environment.publishableKey);
    const [channel] = key?.sales_channels ?? [];
    if (!channel) throw new AdminApiError("PUBLISHABLE_KEY is no key of this backend's.");
    return channel.id;
  }

  /** The first entity of a list, such as the seeded stock location. @param key the list's name in the response */
  async findFirstId(path: string, key: string): Promise<string> {
    const [first] = (await this.get<Record<string, Row[]>>(path))[key] ?? [];
    if (!first) throw new AdminApiError(`${path} is empty.`);
    return first.id;
  }

  async #request<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await requestMedusa(`/admin${path}`, {
      method,
      token: this.token,
      ...(body ? { body } : {}),
    });
    if (response.status >= 300) {
      const text = JSON.stringify(response.body).slice(0, MAX_SHOWN_LENGTH);
      throw new AdminApiError(`${method} ${path}: ${response.status} ${text}`);
    }
    return response.body as T;
  }
}

/** For a `catch`. @throws every error but a refusal of the backend */
export function ignoreRefusal(error: unknown): void {
  if (!(error instanceof AdminApiError)) throw error;
}
