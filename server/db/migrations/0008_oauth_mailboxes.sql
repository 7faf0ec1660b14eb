CREATE TABLE "mail_clients" (
	"workspace_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"client_id" text NOT NULL,
	"sealed_secret" text NOT NULL,
	"tenant" text NOT NULL,
	"access" text NOT NULL,
	CONSTRAINT "mail_clients_workspace_id_provider_pk" PRIMARY KEY("workspace_id","provider")
);
--> statement-breakpoint
CREATE TABLE "mail_sign_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agent_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"access" text NOT NULL,
	"channel_id" uuid,
	"state_hash" text,
	"sealed" text NOT NULL,
	"outcome" jsonb,
	"begun_at" bigint NOT NULL,
	CONSTRAINT "mail_sign_ins_state_hash_unique" UNIQUE("state_hash")
);
--> statement-breakpoint
CREATE TABLE "mailbox_cursors" (
	"channel_id" uuid PRIMARY KEY NOT NULL,
	"cursor" text,
	"found" integer NOT NULL,
	"taken" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "taken_mails" (
	"channel_id" uuid NOT NULL,
	"remote_id" text NOT NULL,
	CONSTRAINT "taken_mails_channel_id_remote_id_pk" PRIMARY KEY("channel_id","remote_id")
);
--> statement-breakpoint
ALTER TABLE "mailboxes" ALTER COLUMN "settings" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "oauth" jsonb;