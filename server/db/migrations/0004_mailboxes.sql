CREATE TABLE "mailbox_folders" (
	"channel_id" uuid NOT NULL,
	"folder" text NOT NULL,
	"uid_validity" text NOT NULL,
	"last_uid" bigint NOT NULL,
	"found" integer NOT NULL,
	"taken" integer NOT NULL,
	CONSTRAINT "mailbox_folders_channel_id_folder_pk" PRIMARY KEY("channel_id","folder")
);
--> statement-breakpoint
CREATE TABLE "mailboxes" (
	"channel_id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"address" text NOT NULL,
	"settings" jsonb NOT NULL,
	"sealed_password" text NOT NULL,
	"import_since" bigint NOT NULL,
	"connected_at" bigint NOT NULL,
	"owner" uuid,
	"leased_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "incoming_mails" ALTER COLUMN "envelope_from" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "incoming_mails" ADD COLUMN "mailbox" jsonb;--> statement-breakpoint
ALTER TABLE "incoming_mails" ADD COLUMN "rank" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "incoming_mails_next" ON "incoming_mails" USING btree ("state","rank","received_at","id");