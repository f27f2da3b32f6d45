import type { AdminApi } from "../support/admin-api";
import type { ShopModel } from "./model";
import type { DayLog } from "./day-log";
import type { StoreSetup } from "./store-setup";

/** What the steps of all shoppers share. */
export type DayContext = {
  model: ShopModel;
  setup: StoreSetup;
  admin: AdminApi;
  log: DayLog;
  /** A customer group of this test alone. */
  group: string;
  /** Time in milliseconds after which no step starts, however slow the machine is. */
  endsAt: number;
};
