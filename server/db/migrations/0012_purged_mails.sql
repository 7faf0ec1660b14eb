CREATE TABLE "purged_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"space" text NOT NULL,
	"doc" jsonb NOT NULL
);
