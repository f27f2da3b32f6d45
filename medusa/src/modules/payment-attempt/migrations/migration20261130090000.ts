import { Migration } from "@medusajs/framework/mikro-orm/migrations";

/** Payments that were begun at a gateway, one for each payment session, and what has become of them. */
export class Migration20261130090000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "payment_attempt" (
        "session_id" varchar(100) primary key,
        "cart_id" varchar(100) not null,
        "provider_id" varchar(100) not null,
        "amount" bigint not null,
        "currency" varchar(3) not null,
        "checksum" varchar(64) not null,
        "status" varchar(20) not null,
        "reason" varchar(60),
        "order_id" varchar(100),
        "created_at" timestamptz not null default now(),
        "updated_at" timestamptz not null default now()
      );`,
    );
    this.addSql(`create index if not exists "IDX_payment_attempt_cart" on "payment_attempt" ("cart_id");`);
    this.addSql(
      `create index if not exists "IDX_payment_attempt_unsettled" on "payment_attempt" ("updated_at") where "status" in ('open', 'releasing');`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "payment_attempt" cascade;`);
  }
}
