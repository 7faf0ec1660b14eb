CREATE TABLE "stopped_channels" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "stopped_channels_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
ALTER TABLE "notice_mails" ALTER COLUMN "conversation_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "notice_mails" ADD COLUMN "channel_id" text;--> statement-breakpoint
CREATE UNIQUE INDEX "stopped_channels_alive" ON "stopped_channels" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "stopped_channels_pull" ON "stopped_channels" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "stopped_channels_pruning" ON "stopped_channels" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE UNIQUE INDEX "notice_mails_waiting_stop" ON "notice_mails" USING btree ("agent_id","channel_id") WHERE state = 'waiting';