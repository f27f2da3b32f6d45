import { requestMedusa, signInAdmin } from "./admin-users";
import { environment } from "./environment";

/** The admin API, with everything that is made through it taken away again. */
export class AdminCalls {
  readonly #made: string[] = [];

  private constructor(private readonly token: string) {}

  static async open(): Promise<AdminCalls> {
    return new AdminCalls(await signInAdmin(environment.admin));
  }

  async get<T>(path: string): Promise<T> {
    return this.#call<T>("GET", path);
  }

  async post<T>(path: string, body: object): Promise<T> {
    return this.#call<T>("POST", path, body);
  }

  /** Makes something, which `removeAll` deletes. @returns its id */
  async make(path: string, key: string, body: object): Promise<string> {
    const made = await this.#call<Record<string, { id: string }>>("POST", path, body);
    const { id } = made[key] ?? { id: "" };
    this.#made.unshift(`${path}/${id}`);
    return id;
  }

  /** For what another answer than its own names. */
  removeLater(path: string): void {
    this.#made.unshift(path);
  }

  /** Deletes something before the test is over. */
  async remove(path: string): Promise<void> {
    await this.#call("DELETE", path);
    this.#made.splice(this.#made.indexOf(path), 1);
  }

  async removeAll(): Promise<void> {
    for (const path of this.#made) await this.#call("DELETE", path);
  }

  async #call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await requestMedusa(`/admin${path}`, {
      method,
      token: this.token,
      ...(body ? { body } : {}),
    });
    if (response.status >= 300)
      throw new Error(`${path}: ${response.status} ${JSON.stringify(response.body)}`);
    return response.body as T;
  }
}
