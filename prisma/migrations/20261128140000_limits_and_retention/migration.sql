-- The key of hashes that stand for low-entropy values (accounts, addresses), sealed with the ring of AUTH_SECRET.
CREATE TABLE "HashKey" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "sealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HashKey_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "HashKey_one_row" CHECK ("id" = 1)
);

-- Device cookies of an account that were written before this moment count no more.
CREATE TABLE "DeviceCookieCutoff" (
    "accountHash" TEXT NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeviceCookieCutoff_pkey" PRIMARY KEY ("accountHash")
);

-- The audit log by month: a month can be detached and kept elsewhere, the rest stays append-only.
ALTER TABLE "AuditEvent" RENAME TO "AuditEvent_unpartitioned";
ALTER TABLE "AuditEvent_unpartitioned" RENAME CONSTRAINT "AuditEvent_pkey" TO "AuditEvent_unpartitioned_pkey";
DROP INDEX "AuditEvent_at_idx", "AuditEvent_type_at_idx", "AuditEvent_customerId_at_idx", "AuditEvent_orderId_idx";

CREATE TABLE "AuditEvent" (
    "id" BIGINT NOT NULL DEFAULT nextval('"AuditEvent_id_seq"'),
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "type" TEXT NOT NULL,
    "customerId" TEXT,
    "sessionId" UUID,
    "orderId" TEXT,
    "cartHash" TEXT,
    "addressHash" TEXT,
    "detail" JSONB NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id", "at")
) PARTITION BY RANGE ("at");

ALTER SEQUENCE "AuditEvent_id_seq" OWNED BY "AuditEvent"."id";

CREATE INDEX "AuditEvent_at_idx" ON "AuditEvent"("at");
CREATE INDEX "AuditEvent_type_at_idx" ON "AuditEvent"("type", "at");
CREATE INDEX "AuditEvent_customerId_at_idx" ON "AuditEvent"("customerId", "at");
CREATE INDEX "AuditEvent_orderId_idx" ON "AuditEvent"("orderId");

-- Triggers of a statement are not inherited: each partition needs its own, for statements that name it.
CREATE FUNCTION "makeAppendOnly"("table" regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON %s '
        'FOR EACH STATEMENT EXECUTE FUNCTION "refuseAuditEventChange"()', "table");
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER "AuditEvent_append_only"', "table");
END
$$;

SELECT "makeAppendOnly"('"AuditEvent"');

-- Takes in what no month is there for, so that an insert never fails.
CREATE TABLE "AuditEvent_default" PARTITION OF "AuditEvent" DEFAULT;
SELECT "makeAppendOnly"('"AuditEvent_default"');

-- Makes the partitions of the months from one moment to another, in universal time; those that are there stay. Rows of a
-- new month that the default partition has taken in move to it. A month that was detached keeps its name and is left alone.
CREATE FUNCTION "createAuditPartitions"("from" TIMESTAMPTZ, "until" TIMESTAMPTZ) RETURNS INTEGER LANGUAGE plpgsql AS $$
DECLARE
    "month" TIMESTAMP := date_trunc('month', "from" AT TIME ZONE 'UTC');
    "start" TIMESTAMPTZ;
    "end" TIMESTAMPTZ;
    "name" TEXT;
    "created" INTEGER := 0;
BEGIN
    WHILE "month" <= "until" AT TIME ZONE 'UTC' LOOP
        "name" := 'AuditEvent_' || to_char("month", 'YYYY_MM');
        "start" := "month" AT TIME ZONE 'UTC';
        "end" := ("month" + interval '1 month') AT TIME ZONE 'UTC';
        IF to_regclass(format('%I', "name")) IS NULL THEN
            EXECUTE format('CREATE TABLE %I (LIKE "AuditEvent" INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', "name");
            LOCK TABLE "AuditEvent_default" IN ACCESS EXCLUSIVE MODE;
            IF EXISTS (SELECT FROM "AuditEvent_default" WHERE "at" >= "start" AND "at" < "end") THEN
                EXECUTE format('INSERT INTO %I SELECT * FROM "AuditEvent_default" WHERE "at" >= $1 AND "at" < $2', "name")
                    USING "start", "end";
                ALTER TABLE "AuditEvent_default" DISABLE TRIGGER "AuditEvent_append_only";
                DELETE FROM "AuditEvent_default" WHERE "at" >= "start" AND "at" < "end";
                ALTER TABLE "AuditEvent_default" ENABLE ALWAYS TRIGGER "AuditEvent_append_only";
            END IF;
            EXECUTE format('ALTER TABLE "AuditEvent" ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                "name", "start", "end");
            PERFORM "makeAppendOnly"(format('%I', "name")::regclass);
            "created" := "created" + 1;
        END IF;
        "month" := "month" + interval '1 month';
    END LOOP;
    RETURN "created";
END
$$;

SELECT "createAuditPartitions"(
    LEAST(now(), (SELECT min("at") FROM "AuditEvent_unpartitioned")),
    now() + interval '3 months'
);

INSERT INTO "AuditEvent" SELECT * FROM "AuditEvent_unpartitioned" ORDER BY "id";

DROP TABLE "AuditEvent_unpartitioned";
