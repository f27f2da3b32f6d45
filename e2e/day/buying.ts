import type { Random } from "../support/random";
import { checkProduct } from "./browsing";
import { checkOut } from "./checkout";
import { pick } from "./random-choice";
import type { HttpShopper } from "./http-shopper";
import { pageLabel } from "./page-rules";
import { COUNTRIES } from "./store-setup";

/** How many orders the shop lets a browser reopen without an account. */
const REMEMBERED_ORDERS = 8;
/** Relative. Larger than the rounding of a displayed line, smaller than the effect of another price list. */
const PRICE_TOLERANCE = 0.001;

/** Adds a product from its page and checks that cart and page show the same price. */
export async function addToCart(shopper: HttpShopper, random: Random): Promise<void> {
  const { model, log } = shopper.day;
  const product = pick(random, model.products);
  const requestedAt = Date.now();
  const page = await checkProduct(shopper, product);
  if (page.status !== 200) return;
  const { name, price } = pick(
    random,
    page.offers.filter(({ isInStock }) => isInStock),
  );
  const nextPage = await shopper.send(page, "handle", { "option:Size": name });
  const row = nextPage.rows.find(({ handle, variant }) => handle === product.handle && variant === name);
  if (row) model.inUse.add(product);
  const isPublicPrice = model.isSettled(product, requestedAt) && model.hasSettledPrices(product, requestedAt);
  if (!row || !isPublicPrice || shopper.isInGroup) return;
  log.count("prices compared");
  if (Math.abs(row.total / row.quantity - price) > price * PRICE_TOLERANCE)
    shopper.reportFault(
      "page and cart agree",
      `${pageLabel(page)} says ${price}, the cart ${row.total} for ${row.quantity}`,
    );
}

export async function readCart(shopper: HttpShopper): Promise<void> {
  await shopper.open("/cart");
}

export async function changeQuantity(shopper: HttpShopper, random: Random): Promise<void> {
  const page = await shopper.open("/cart");
  const row = pick(random, page.rows);
  const quantity = String(1 + random.below(4));
  if (page.hasForm(`quantity ${row.lineId}`))
    await shopper.send(page, `quantity ${row.lineId}`, { quantity });
}

export async function removeLine(shopper: HttpShopper, random: Random): Promise<void> {
  const page = await shopper.open("/cart");
  await shopper.send(page, `remove ${pick(random, page.rows).lineId}`);
}

/** Enters a recent promotion code, which may have ended or not apply to the cart. */
export async function applyCode(shopper: HttpShopper, random: Random): Promise<void> {
  const code = pick(random, shopper.day.model.codes.slice(-6));
  const page = await shopper.open("/cart");
  if (!page.find("discount-input")) return;
  const nextPage = await shopper.send(page, "code", { code });
  const promotion = shopper.day.model.promotions.find((each) => each.code === code);
  if (promotion && nextPage.text.includes(code)) shopper.day.model.inUse.add(promotion);
}

/** Switches the country from a random page, taking the cart along. */
export async function switchCountry(shopper: HttpShopper, random: Random): Promise<void> {
  const page = await shopper.open(pick(random, ["/cart", "/store"]));
  const country = pick(
    random,
    COUNTRIES.filter((each) => each !== shopper.country),
  );
  const nextPage = await shopper.send(page, "path", { country, path: page.path });
  shopper.country = country;
  shopper.record(`is in ${country} now, on ${pageLabel(nextPage)}`);
}

/** Signs out, or in; the first time by registering. A guest cart is merged on sign-in. */
export async function toggleSignIn(shopper: HttpShopper): Promise<void> {
  if (shopper.isSignedIn) return signOut(shopper);
  const { email, password, firstName, lastName } = shopper.identity;
  const page = await shopper.open(shopper.hasAccount ? "/login" : "/register");
  if (shopper.hasAccount) await shopper.send(page, "sign-in", { email, password });
  else await shopper.send(page, "register", { email, password, firstName, lastName });
  const isNew = !shopper.hasAccount;
  shopper.hasAccount = true;
  if (isNew) await joinGroup(shopper);
  const account = await shopper.open("/account");
  shopper.isSignedIn = account.find("account-page") !== null;
  if (!shopper.isSignedIn)
    shopper.reportFault("signing in opens the account", `the account shows ${pageLabel(account)}`);
}

/** Adds every second customer to the group that some price lists apply to. */
async function joinGroup(shopper: HttpShopper): Promise<void> {
  const { admin, group, log } = shopper.day;
  log.count("accounts");
  if ((log.counts.get("accounts") ?? 0) % 2 === 0) return;
  type Customers = { customers: { id: string }[] };
  const query = new URLSearchParams({ q: shopper.identity.canary, fields: "id" });
  const { customers } = await admin.get<Customers>(`/customers?${query}`);
  const ids = customers.map(({ id }) => id);
  await admin.post(`/customer-groups/${group}/customers`, { add: ids });
  shopper.isInGroup = true;
}

async function signOut(shopper: HttpShopper): Promise<void> {
  const page = await shopper.open("/account");
  if (page.hasForm("sign-out")) await shopper.send(page, "sign-out");
  shopper.isSignedIn = false;
}

/** Reopens an order and checks that its total is unchanged, whatever has been edited since. */
export async function readOldOrder(shopper: HttpShopper, random: Random): Promise<void> {
  const { orders, isSignedIn } = shopper;
  const order = pick(
    random,
    orders.slice(-REMEMBERED_ORDERS).filter(({ isCustomers }) => isSignedIn || !isCustomers),
  );
  const base = `/${order.country}`;
  if (order.isCustomers) await shopper.visit(`${base}/account/orders`);
  const page = await shopper.visit(
    order.isCustomers ? `${base}/account/orders/details/${order.id}` : `${base}/order/${order.id}/confirmed`,
  );
  const { totals } = page;
  if (totals?.total !== order.total)
    shopper.reportFault(
      "old orders open",
      `${pageLabel(page)} shows ${totals?.total}, ordered for ${order.total}`,
    );
}

export async function buy(shopper: HttpShopper, random: Random): Promise<void> {
  const cart = await shopper.open("/cart");
  if (cart.rows.length === 0) await addToCart(shopper, random);
  await checkOut(shopper);
}
