/** How many of each thing, by its number among the things that the crowd buys. None stands for none. */
export type Lines = Readonly<Record<number, number>>;

/** `name` and `password` count how often each has been changed. */
export type Account = { name: number; password: number; lines: Lines; orders: readonly Lines[] };

/** One browser. `lines` and `orders` are what was chosen and bought in it by nobody in particular. */
type Seat = {
  account: number | null;
  isSignedIn: boolean;
  lines: Lines;
  orders: readonly Lines[];
};

/** Everything that anybody in the crowd has done to the shop so far. */
export type World = { accounts: readonly Account[]; seats: readonly Seat[] };

/** What one browser must be shown. */
export type View = { name: number | null; lines: Lines };

export type Action =
  | { kind: "browse"; page: number }
  | { kind: "add"; thing: number }
  | { kind: "change"; thing: number; quantity: number }
  | { kind: "check out" | "sign in" | "sign out" | "rename" | "change password" };

/** Whose browsers they are, by account; null for somebody who has none. Everybody with an account begins signed in. */
export function openWorld(owners: readonly (number | null)[]): World {
  const accounts = new Set(owners.filter((owner) => owner !== null));
  return {
    accounts: Array.from(accounts, () => ({ name: 0, password: 0, lines: {}, orders: [] })),
    seats: owners.map((account) => ({ account, isSignedIn: account !== null, lines: {}, orders: [] })),
  };
}

export function viewOf(world: World, seat: number): View {
  const account = accountAt(world, seat);
  return account
    ? { name: account.name, lines: account.lines }
    : { name: null, lines: at(world.seats, seat).lines };
}

/** The world after somebody at one of its seats has done something that can be done there. */
export function act(world: World, seat: number, action: Action): World {
  const { lines } = viewOf(world, seat);
  switch (action.kind) {
    case "browse":
      return world;
    case "add":
      return setLines(world, seat, addLines(lines, { [action.thing]: 1 }));
    case "change":
      return setLines(world, seat, setLine(lines, action.thing, action.quantity));
    case "check out":
      return setLines(addOrder(world, seat, lines), seat, {});
    case "rename":
      return changeAccount(world, seat, ({ name }) => ({ name: name + 1 }));
    case "sign in":
      return signIn(world, seat);
    case "sign out":
      return signOut(world, (each) => each === seat);
    case "change password":
      return changePassword(world, seat);
  }
}

/** What was chosen before joins what the account has, on whichever device. */
function signIn(world: World, seat: number): World {
  const { lines } = at(world.seats, seat);
  const entered = changeSeat(world, seat, () => ({ isSignedIn: true, lines: {} }));
  return changeAccount(entered, seat, (account) => ({ lines: addLines(account.lines, lines) }));
}

/** Ends every other device's session. */
function changePassword(world: World, seat: number): World {
  const changed = changeAccount(world, seat, ({ password }) => ({ password: password + 1 }));
  return signOut(changed, (each) => each !== seat && sharesAccount(world, each, seat));
}

/** The account keeps its cart; the browser is left with none. Where nobody is signed in, nothing ends. */
function signOut(world: World, isEnded: (seat: number) => boolean): World {
  const seats = world.seats.map((seat, index) =>
    seat.isSignedIn && isEnded(index) ? { ...seat, isSignedIn: false, lines: {} } : seat,
  );
  return { ...world, seats };
}

function setLines(world: World, seat: number, lines: Lines): World {
  if (accountAt(world, seat)) return changeAccount(world, seat, () => ({ lines }));
  return changeSeat(world, seat, () => ({ lines }));
}

function addOrder(world: World, seat: number, order: Lines): World {
  const add = ({ orders }: { orders: readonly Lines[] }) => ({ orders: [...orders, order] });
  return accountAt(world, seat) ? changeAccount(world, seat, add) : changeSeat(world, seat, add);
}

function changeAccount(world: World, seat: number, change: (account: Account) => Partial<Account>): World {
  const { account: changed } = at(world.seats, seat);
  const accounts = world.accounts.map((account, index) =>
    index === changed ? { ...account, ...change(account) } : account,
  );
  return { ...world, accounts };
}

function changeSeat(world: World, changed: number, change: (seat: Seat) => Partial<Seat>): World {
  const seats = world.seats.map((seat, index) => (index === changed ? { ...seat, ...change(seat) } : seat));
  return { ...world, seats };
}

/** The account that a browser is signed in to, if it is. */
export function accountAt({ accounts, seats }: World, seat: number): Account | null {
  const { account, isSignedIn } = at(seats, seat);
  return account !== null && isSignedIn ? at(accounts, account) : null;
}

function sharesAccount({ seats }: World, one: number, other: number): boolean {
  return at(seats, one).account !== null && at(seats, one).account === at(seats, other).account;
}

export function addLines(one: Lines, other: Lines): Lines {
  return Object.keys(other).reduce<Lines>(
    (sum, key) => setLine(sum, Number(key), (sum[Number(key)] ?? 0) + (other[Number(key)] ?? 0)),
    one,
  );
}

function setLine(lines: Lines, thing: number, quantity: number): Lines {
  const { [thing]: _before, ...others } = lines;
  return quantity > 0 ? { ...others, [thing]: quantity } : others;
}

/** @throws RangeError when there is none */
export function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new RangeError(`There is no number ${index} among ${items.length}.`);
  return item;
}
