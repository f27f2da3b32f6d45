/** Quantities by the index of the product in the plan. A missing entry means none. */
export type CartLines = Readonly<Record<number, number>>;

/** `nameVersion` and `passwordVersion` count the changes of each. */
export type Account = {
  nameVersion: number;
  passwordVersion: number;
  lines: CartLines;
  orders: readonly CartLines[];
};

/** One browser. `lines` and `orders` are those of its guest cart, from while nobody was signed in. */
type Client = {
  account: number | null;
  isSignedIn: boolean;
  lines: CartLines;
  orders: readonly CartLines[];
};

/** Everything the clients have done to the shop so far. */
export type State = { accounts: readonly Account[]; clients: readonly Client[] };

/** What one client must observe. */
export type View = { nameVersion: number | null; lines: CartLines };

export type Action =
  | { kind: "browse"; page: number }
  | { kind: "add"; product: number }
  | { kind: "change"; product: number; quantity: number }
  | { kind: "check out" | "sign in" | "sign out" | "rename" | "change password" };

/**
 * The state before the first step, when every account is signed in on its clients.
 * @param owners the account of each client; null for a guest
 */
export function createState(owners: readonly (number | null)[]): State {
  const accounts = new Set(owners.filter((owner) => owner !== null));
  return {
    accounts: Array.from(accounts, () => ({ nameVersion: 0, passwordVersion: 0, lines: {}, orders: [] })),
    clients: owners.map((account) => ({ account, isSignedIn: account !== null, lines: {}, orders: [] })),
  };
}

export function viewOf(state: State, client: number): View {
  const account = accountAt(state, client);
  return account
    ? { nameVersion: account.nameVersion, lines: account.lines }
    : { nameVersion: null, lines: requireAt(state.clients, client).lines };
}

/** The state after a client has performed an action that is possible for it. */
export function applyAction(state: State, client: number, action: Action): State {
  const { lines } = viewOf(state, client);
  switch (action.kind) {
    case "browse":
      return state;
    case "add":
      return setLines(state, client, addLines(lines, { [action.product]: 1 }));
    case "change":
      return setLines(state, client, setLine(lines, action.product, action.quantity));
    case "check out":
      return setLines(addOrder(state, client, lines), client, {});
    case "rename":
      return updateAccount(state, client, ({ nameVersion }) => ({ nameVersion: nameVersion + 1 }));
    case "sign in":
      return signIn(state, client);
    case "sign out":
      return signOut(state, (each) => each === client);
    case "change password":
      return changePassword(state, client);
  }
}

/** Merges the guest cart into the account's, which all its clients share. */
function signIn(state: State, client: number): State {
  const { lines } = requireAt(state.clients, client);
  const entered = updateClient(state, client, () => ({ isSignedIn: true, lines: {} }));
  return updateAccount(entered, client, (account) => ({ lines: addLines(account.lines, lines) }));
}

/** Changes the password, which signs out all other clients of the account. */
function changePassword(state: State, client: number): State {
  const changed = updateAccount(state, client, ({ passwordVersion }) => ({
    passwordVersion: passwordVersion + 1,
  }));
  return signOut(changed, (each) => each !== client && sharesAccount(state, each, client));
}

/** Signs out clients: the account keeps its cart, the browser has none. No effect on clients that are not signed in. */
function signOut(state: State, isEnded: (client: number) => boolean): State {
  const clients = state.clients.map((client, index) =>
    client.isSignedIn && isEnded(index) ? { ...client, isSignedIn: false, lines: {} } : client,
  );
  return { ...state, clients };
}

function setLines(state: State, client: number, lines: CartLines): State {
  if (accountAt(state, client)) return updateAccount(state, client, () => ({ lines }));
  return updateClient(state, client, () => ({ lines }));
}

function addOrder(state: State, client: number, order: CartLines): State {
  const add = ({ orders }: { orders: readonly CartLines[] }) => ({ orders: [...orders, order] });
  return accountAt(state, client) ? updateAccount(state, client, add) : updateClient(state, client, add);
}

function updateAccount(state: State, client: number, change: (account: Account) => Partial<Account>): State {
  const { account: changed } = requireAt(state.clients, client);
  const accounts = state.accounts.map((account, index) =>
    index === changed ? { ...account, ...change(account) } : account,
  );
  return { ...state, accounts };
}

function updateClient(state: State, changed: number, change: (client: Client) => Partial<Client>): State {
  const clients = state.clients.map((client, index) =>
    index === changed ? { ...client, ...change(client) } : client,
  );
  return { ...state, clients };
}

/** The account a client is signed in to; null for a guest. */
export function accountAt({ accounts, clients }: State, client: number): Account | null {
  const { account, isSignedIn } = requireAt(clients, client);
  return account !== null && isSignedIn ? requireAt(accounts, account) : null;
}

function sharesAccount({ clients }: State, one: number, other: number): boolean {
  return (
    requireAt(clients, one).account !== null &&
    requireAt(clients, one).account === requireAt(clients, other).account
  );
}

export function addLines(one: CartLines, other: CartLines): CartLines {
  return Object.keys(other).reduce<CartLines>(
    (sum, key) => setLine(sum, Number(key), (sum[Number(key)] ?? 0) + (other[Number(key)] ?? 0)),
    one,
  );
}

function setLine(lines: CartLines, product: number, quantity: number): CartLines {
  const { [product]: _before, ...others } = lines;
  return quantity > 0 ? { ...others, [product]: quantity } : others;
}

/** @throws RangeError for an index that does not exist */
export function requireAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`There is no number ${index} among ${items.length}.`);
  return item;
}
