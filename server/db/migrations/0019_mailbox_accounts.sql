CREATE TABLE "mailbox_accounts" (
	"channel_id" uuid PRIMARY KEY NOT NULL,
	"account" text NOT NULL
);

--> statement-breakpoint
INSERT INTO "mailbox_accounts" SELECT "channel_id", concat_ws(E'\n', "oauth"->>'provider', "settings"->>'user', "settings"->'imap'->>'host') FROM "mailboxes";
