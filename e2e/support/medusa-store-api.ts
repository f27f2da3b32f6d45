import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { environment } from "./environment";
import { newClientIp } from "./identity";
import { newCanary } from "../leak-scan/canary";

type Headers = Record<string, string>;
type RequestOptions = { token?: string; authorization?: string; body?: object; headers?: Headers };
type ApiResponse<T> = { status: number; body: T; headers: Headers };

/** Medusa's store and auth API as anybody on the internet can call it, from a client IP of its own. */
export class MedusaStoreApi {
  constructor(
    private readonly request: APIRequestContext,
    private readonly clientIp: Headers = newClientIp(),
  ) {}

  async get<T = unknown>(path: string, call: RequestOptions = {}): Promise<ApiResponse<T>> {
    return this.#send("GET", path, call);
  }

  async post<T = unknown>(path: string, call: RequestOptions = {}): Promise<ApiResponse<T>> {
    return this.#send("POST", path, { body: {}, ...call });
  }

  async #send<T>(method: string, path: string, call: RequestOptions): Promise<ApiResponse<T>> {
    const { token, authorization, body, headers } = call;
    const authorizationHeader = token === undefined ? authorization : `Bearer ${token}`;
    const response = await this.request.fetch(new URL(path, environment.medusaUrl).href, {
      method,
      headers: {
        "x-publishable-api-key": environment.publishableKey,
        ...this.clientIp,
        // The backend closes idle connections after five seconds, which can hit a request that is on its way.
        connection: "close",
        ...(authorizationHeader === undefined ? {} : { authorization: authorizationHeader }),
        ...headers,
      },
      ...(body ? { data: body } : {}),
    });
    const text = await response.text();
    const read = (text.startsWith("{") ? JSON.parse(text) : text) as T;
    // Without the time of the response, by which two that are otherwise the same differ.
    const { date: _date, ...others } = response.headers();
    return { status: response.status(), body: read, headers: others };
  }
}

export type TestCustomer = { id: string; email: string; password: string; token: string };

export function newEmail(): string {
  return `customer-${newCanary()}@cloakroom.test`;
}

/** Registers a customer of this test alone, and signs in. */
export async function registerCustomer(storeApi: MedusaStoreApi): Promise<TestCustomer> {
  const credentials = { email: newEmail(), password: `password-${randomUUID()}` };
  const { email } = credentials;
  const identity = await storeApi.post<{ token: string }>("/auth/customer/emailpass/register", {
    body: credentials,
  });
  const { body } = await storeApi.post<{ customer: { id: string } }>("/store/customers", {
    token: identity.body.token,
    body: { email, first_name: "Ada", last_name: "Tried" },
  });
  return { ...credentials, id: body.customer.id, token: await signInCustomer(storeApi, credentials) };
}

export async function signInCustomer(
  storeApi: MedusaStoreApi,
  { email, password }: Pick<TestCustomer, "email" | "password">,
) {
  const body = { email, password };
  const response = await storeApi.post<{ token: string }>("/auth/customer/emailpass", { body });
  return response.body.token;
}
