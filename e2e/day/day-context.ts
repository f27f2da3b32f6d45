import type { AdminApi } from "../support/admin-api";
import type { ShopModel } from "./model";
import type { DayLog } from "./day-log";
import type { StoreSetup } from "./store-setup";

/** What everybody's steps have in common. */
export type DayContext = {
  model: ShopModel;
  setup: StoreSetup;
  admin: AdminApi;
  log: DayLog;
  /** A customer group of the day's own. */
  group: string;
  /** When nobody begins anything any more, however slow the machine is. */
  endsAt: number;
};
