CREATE TABLE "notice_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"agent_id" text NOT NULL,
	"inbox_id" text NOT NULL,
	"conversation_id" text NOT NULL,
	"notices" jsonb NOT NULL,
	"state" text NOT NULL,
	"at" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"leased_until" bigint,
	"not_before" bigint NOT NULL,
	"text" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "returned_addresses" (
	"address" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sightings" (
	"agent_id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"locale" text
);
--> statement-breakpoint
CREATE UNIQUE INDEX "notice_mails_waiting" ON "notice_mails" USING btree ("agent_id","conversation_id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "notice_mails_due" ON "notice_mails" USING btree ("state","not_before");