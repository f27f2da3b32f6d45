/** How many of each product, by its number among the products that the crowd buys. None stands for none. */
export type CartLines = Readonly<Record<number, number>>;

/** `name` and `password` count how often each has been changed. */
export type Account = {
  nameVersion: number;
  passwordVersion: number;
  lines: CartLines;
  orders: readonly CartLines[];
};

/** One browser. `lines` and `orders` are what was chosen and bought in it by nobody in particular. */
type Client = {
  account: number | null;
  isSignedIn: boolean;
  lines: CartLines;
  orders: readonly CartLines[];
};

/** Everything that anybody in the crowd has done to the shop so far. */
export type State = { accounts: readonly Account[]; clients: readonly Client[] };

/** What one browser must be shown. */
export type View = { nameVersion: number | null; lines: CartLines };

export type Action =
  | { kind: "browse"; page: number }
  | { kind: "add"; product: number }
  | { kind: "change"; product: number; quantity: number }
  | { kind: "check out" | "sign in" | "sign out" | "rename" | "change password" };

/** Whose browsers they are, by account; null for somebody who has none. Everybody with an account begins signed in. */
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

/** The state after somebody at one of its clients has done something that can be done there. */
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

/** What was chosen before joins what the account has, on whichever device. */
function signIn(state: State, client: number): State {
  const { lines } = requireAt(state.clients, client);
  const entered = updateClient(state, client, () => ({ isSignedIn: true, lines: {} }));
  return updateAccount(entered, client, (account) => ({ lines: addLines(account.lines, lines) }));
}

/** Ends every other device's session. */
function changePassword(state: State, client: number): State {
  const changed = updateAccount(state, client, ({ passwordVersion }) => ({
    passwordVersion: passwordVersion + 1,
  }));
  return signOut(changed, (each) => each !== client && sharesAccount(state, each, client));
}

/** The account keeps its cart; the browser is left with none. Where nobody is signed in, nothing ends. */
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

/** The account that a browser is signed in to, if it is. */
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

/** @throws RangeError when there is none */
export function requireAt<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`There is no number ${index} among ${items.length}.`);
  return item;
}
