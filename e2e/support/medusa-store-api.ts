import { randomUUID } from "node:crypto";
import { test as base, type APIRequestContext } from "@playwright/test";
import { Backend, type OwnProduct } from "./backend-client";
import { environment } from "./environment";
import { newMachine } from "./identity";
import { newCanary } from "../leak-scan/canary";

type Headers = Record<string, string>;
type Call = { token?: string; authorization?: string; body?: object; headers?: Headers };
type Answer<T> = { status: number; body: T; headers: Headers };

/** Medusa as anybody on the internet can call it from a machine of their own, with no storefront in between. */
export class Store {
  constructor(
    private readonly request: APIRequestContext,
    private readonly machine: Headers = newMachine(),
  ) {}

  async get<T = unknown>(path: string, call: Call = {}): Promise<Answer<T>> {
    return this.#send("GET", path, call);
  }

  async post<T = unknown>(path: string, call: Call = {}): Promise<Answer<T>> {
    return this.#send("POST", path, { body: {}, ...call });
  }

  async #send<T>(method: string, path: string, call: Call): Promise<Answer<T>> {
    const { token, authorization, body, headers } = call;
    const said = token === undefined ? authorization : `Bearer ${token}`;
    const answer = await this.request.fetch(new URL(path, environment.medusaUrl).href, {
      method,
      headers: {
        "x-publishable-api-key": environment.publishableKey,
        ...this.machine,
        // The backend closes a connection that was idle for five seconds, now and then while a request is on its way.
        connection: "close",
        ...(said === undefined ? {} : { authorization: said }),
        ...headers,
      },
      ...(body ? { data: body } : {}),
    });
    const text = await answer.text();
    const read = (text.startsWith("{") ? JSON.parse(text) : text) as T;
    return { status: answer.status(), body: read, headers: answer.headers() };
  }
}

export type Account = { id: string; email: string; password: string; token: string };

export function newEmail(): string {
  return `customer-${newCanary()}@cloakroom.test`;
}

/** A customer of this test's own, signed in. */
export async function register(store: Store): Promise<Account> {
  const credentials = { email: newEmail(), password: `password-${randomUUID()}` };
  const { email } = credentials;
  const identity = await store.post<{ token: string }>("/auth/customer/emailpass/register", {
    body: credentials,
  });
  const { body } = await store.post<{ customer: { id: string } }>("/store/customers", {
    token: identity.body.token,
    body: { email, first_name: "Ada", last_name: "Tried" },
  });
  return { ...credentials, id: body.customer.id, token: await signIn(store, credentials) };
}

export async function signIn(store: Store, { email, password }: Pick<Account, "email" | "password">) {
  const body = { email, password };
  const answer = await store.post<{ token: string }>("/auth/customer/emailpass", { body });
  return answer.body.token;
}

type Fixtures = { store: Store; account: Account; other: Account; product: OwnProduct };

/** For specs about the backend alone: no browser. */
export const test = base.extend<Fixtures, { backend: Backend }>({
  backend: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its pattern.
    async ({}, provide) => {
      await provide(await Backend.signIn());
    },
    { scope: "worker" },
  ],
  product: async ({ backend }, provide) => {
    const product = await backend.createProduct({ stock: 5 });
    await provide(product);
    await backend.withdraw(product);
  },
  store: async ({ request }, provide) => {
    await provide(new Store(request));
  },
  account: async ({ store }, provide) => {
    await provide(await register(store));
  },
  other: async ({ store }, provide) => {
    await provide(await register(store));
  },
});

export { expect } from "@playwright/test";
