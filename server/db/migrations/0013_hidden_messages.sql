CREATE TABLE "hidden_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"space" text NOT NULL,
	"doc" jsonb NOT NULL
);
