import { pick } from "./chance";
import { checkProduct } from "./browsing";
import { checkOut } from "./checkout";
import type { Chance } from "./day";
import { COUNTRIES } from "./premises";
import { nameOf } from "./rules";
import type { Visitor } from "./visitor";

/** So many orders a browser can open again without an account. */
const REMEMBERED = 8;
/** What is shown of a line is rounded; what another price list would make of it is much more. */
const NEARLY = 0.001;

/** From its page, in a size that the page offers, at the price that the page says. */
export async function add(visitor: Visitor, { random }: Chance): Promise<void> {
  const { world, journal } = visitor.day;
  const product = pick(random, world.products);
  const askedAt = Date.now();
  const page = await checkProduct(visitor, product);
  if (page.status !== 200) return;
  const { name, price } = pick(
    random,
    page.offers.filter(({ isInStock }) => isInStock),
  );
  const led = await visitor.send(page, "handle", { "option:Size": name });
  const row = led.rows.find(({ handle, variant }) => handle === product.handle && variant === name);
  const isPublicPrice = world.isSettled(product, askedAt) && world.hasSettledPrices(askedAt);
  if (!row || !isPublicPrice || visitor.isInGroup) return;
  journal.count("prices compared");
  if (Math.abs(row.total / row.quantity - price) > price * NEARLY)
    visitor.accuse(
      "page and cart agree",
      `${nameOf(page)} says ${price}, the cart ${row.total} for ${row.quantity}`,
    );
}

export async function readCart(visitor: Visitor): Promise<void> {
  await visitor.open("/cart");
}

export async function changeQuantity(visitor: Visitor, { random }: Chance): Promise<void> {
  const page = await visitor.open("/cart");
  const row = pick(random, page.rows);
  const quantity = String(1 + random.below(4));
  if (page.hasForm(`quantity ${row.lineId}`))
    await visitor.send(page, `quantity ${row.lineId}`, { quantity });
}

export async function removeLine(visitor: Visitor, { random }: Chance): Promise<void> {
  const page = await visitor.open("/cart");
  await visitor.send(page, `remove ${pick(random, page.rows).lineId}`);
}

/** One that the shopper has heard of: it may have ended, or may not fit the cart. */
export async function applyCode(visitor: Visitor, { random }: Chance): Promise<void> {
  const code = pick(random, visitor.day.world.codes.slice(-6));
  const page = await visitor.open("/cart");
  if (page.find("discount-input")) await visitor.send(page, "code", { code });
}

/** From any page, with what is in the cart. */
export async function switchCountry(visitor: Visitor, { random }: Chance): Promise<void> {
  const page = await visitor.open(pick(random, ["/cart", "/store"]));
  const country = pick(
    random,
    COUNTRIES.filter((each) => each !== visitor.country),
  );
  const led = await visitor.send(page, "path", { country, path: page.path });
  visitor.country = country;
  visitor.note(`is in ${country} now, on ${nameOf(led)}`);
}

/** Makes an account the first time; a guest's cart comes along. */
export async function signIn(visitor: Visitor): Promise<void> {
  if (visitor.isSignedIn) return signOut(visitor);
  const { email, password, firstName, lastName } = visitor.identity;
  const page = await visitor.open(visitor.hasAccount ? "/login" : "/register");
  if (visitor.hasAccount) await visitor.send(page, "sign-in", { email, password });
  else await visitor.send(page, "register", { email, password, firstName, lastName });
  const isNew = !visitor.hasAccount;
  visitor.hasAccount = true;
  if (isNew) await joinGroup(visitor);
  const account = await visitor.open("/account");
  visitor.isSignedIn = account.find("account-page") !== null;
  if (!visitor.isSignedIn)
    visitor.accuse("signing in opens the account", `the account shows ${nameOf(account)}`);
}

/** Every other customer is in the group that some price lists are for. */
async function joinGroup(visitor: Visitor): Promise<void> {
  const { office, group, journal } = visitor.day;
  journal.count("accounts");
  if ((journal.counts.get("accounts") ?? 0) % 2 === 0) return;
  type Customers = { customers: { id: string }[] };
  const query = new URLSearchParams({ q: visitor.identity.canary, fields: "id" });
  const { customers } = await office.get<Customers>(`/customers?${query}`);
  const ids = customers.map(({ id }) => id);
  await office.post(`/customer-groups/${group}/customers`, { add: ids });
  visitor.isInGroup = true;
}

async function signOut(visitor: Visitor): Promise<void> {
  const page = await visitor.open("/account");
  if (page.hasForm("sign-out")) await visitor.send(page, "sign-out");
  visitor.isSignedIn = false;
}

/** What has been ordered stays as it was, whatever the shopkeeper has done to it since. */
export async function readOldOrder(visitor: Visitor, { random }: Chance): Promise<void> {
  const { orders, isSignedIn } = visitor;
  const order = pick(
    random,
    orders.slice(-REMEMBERED).filter(({ isCustomers }) => isSignedIn || !isCustomers),
  );
  const base = `/${order.country}`;
  if (order.isCustomers) await visitor.visit(`${base}/account/orders`);
  const page = await visitor.visit(
    order.isCustomers ? `${base}/account/orders/details/${order.id}` : `${base}/order/${order.id}/confirmed`,
  );
  const { sums } = page;
  if (sums?.total !== order.total)
    visitor.accuse("old orders open", `${nameOf(page)} shows ${sums?.total}, ordered for ${order.total}`);
}

export async function buy(visitor: Visitor, chance: Chance): Promise<void> {
  const cart = await visitor.open("/cart");
  if (cart.rows.length === 0) await add(visitor, chance);
  await checkOut(visitor);
}
