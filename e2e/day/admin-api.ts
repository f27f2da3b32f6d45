import { requestMedusa, signInAdmin } from "../support/admin-users";
import { environment } from "../support/environment";

/** A change that the backend does not make, such as deleting what an order still waits for. */
export class AdminRefusal extends Error {}

/** Medusa's admin API with the seeded admin's token. */
export class AdminApi {
  readonly #token: string;

  private constructor(token: string) {
    this.#token = token;
  }

  static async open(): Promise<AdminApi> {
    return new AdminApi(await signInAdmin(environment.admin));
  }

  /** @throws AdminRefusal when the backend answers with an error */
  async get<T>(path: string): Promise<T> {
    return this.#call<T>("GET", path);
  }

  /** @throws AdminRefusal when the backend answers with an error */
  async post<T = object>(path: string, body: object): Promise<T> {
    return this.#call<T>("POST", path, body);
  }

  /** @throws AdminRefusal when the backend answers with an error */
  async remove(path: string): Promise<void> {
    await this.#call("DELETE", path);
  }

  async #call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await requestMedusa(`/admin${path}`, {
      method,
      token: this.#token,
      ...(body ? { body } : {}),
    });
    if (response.status >= 300)
      throw new AdminRefusal(
        `${method} ${path}: ${response.status} ${JSON.stringify(response.body).slice(0, 300)}`,
      );
    return response.body as T;
  }
}
