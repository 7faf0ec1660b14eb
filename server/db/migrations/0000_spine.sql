CREATE TABLE "acts" (
	"uuid" text PRIMARY KEY NOT NULL,
	"refusal" jsonb,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agents" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "agents_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "applied" (
	"client_id" text NOT NULL,
	"mutation_id" bigint NOT NULL,
	"uuid" text NOT NULL,
	CONSTRAINT "applied_client_id_mutation_id_pk" PRIMARY KEY("client_id","mutation_id")
);
--> statement-breakpoint
CREATE TABLE "bodies" (
	"id" text PRIMARY KEY NOT NULL,
	"space" text NOT NULL,
	"doc" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channels" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "channels_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "clients" (
	"id" text PRIMARY KEY NOT NULL,
	"agent_id" text NOT NULL,
	"last_mutation_id" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "companies_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "contacts_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "conversations_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"space" text NOT NULL,
	"key" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "counters_space_key_pk" PRIMARY KEY("space","key")
);
--> statement-breakpoint
CREATE TABLE "deals" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "deals_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "drafts_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "file_spaces" (
	"hash" text NOT NULL,
	"space" text NOT NULL,
	CONSTRAINT "file_spaces_hash_space_pk" PRIMARY KEY("hash","space")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"hash" text PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "hub" (
	"id" integer PRIMARY KEY NOT NULL,
	"epoch" text NOT NULL,
	"fingerprint" text NOT NULL,
	"beat" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inboxes" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "inboxes_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"space" text NOT NULL,
	"doc" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_ids" (
	"id" text PRIMARY KEY NOT NULL,
	"space" text NOT NULL,
	"doc" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "members" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "members_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "messages_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "outbound_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"space" text NOT NULL,
	"doc" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbound_state" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"at" bigint NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"lease" text,
	"leased_until" bigint,
	"not_before" bigint DEFAULT 0 NOT NULL,
	"text" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sender_rules" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "sender_rules_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "spaces" (
	"id" text PRIMARY KEY NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	"pruned_below" bigint DEFAULT 0 NOT NULL,
	"written_by" text DEFAULT '0' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "tickets_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "undo_entries" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "undo_entries_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "workspaces" (
	"id" text NOT NULL,
	"space" text NOT NULL,
	"version" bigint NOT NULL,
	"deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" bigint,
	"moved_to" text,
	"within" text,
	"doc" jsonb,
	CONSTRAINT "workspaces_id_space_pk" PRIMARY KEY("id","space")
);
--> statement-breakpoint
CREATE TABLE "auth_account" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_agent" (
	"user_id" text PRIMARY KEY NOT NULL,
	"agent_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	CONSTRAINT "auth_agent_agent_id_unique" UNIQUE("agent_id")
);
--> statement-breakpoint
CREATE TABLE "auth_rate_limit" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "auth_rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "auth_secret" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth_session" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"token" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"user_id" text NOT NULL,
	CONSTRAINT "auth_session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth_two_factor" (
	"id" text PRIMARY KEY NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"user_id" text NOT NULL,
	"verified" boolean DEFAULT true,
	"failed_verification_count" integer DEFAULT 0,
	"locked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "auth_user" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"two_factor_enabled" boolean DEFAULT false,
	CONSTRAINT "auth_user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth_verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "oauth_access_token" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"client_id" text NOT NULL,
	"session_id" text,
	"user_id" text,
	"reference_id" text,
	"authorization_code_id" text,
	"resources" text[],
	"requested_user_info_claims" text[],
	"refresh_id" text,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked" timestamp with time zone,
	"confirmation" jsonb,
	"scopes" text[] NOT NULL,
	CONSTRAINT "oauth_access_token_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "oauth_client" (
	"id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"client_secret" text,
	"client_discovery_id" text,
	"disabled" boolean DEFAULT false,
	"skip_consent" boolean,
	"enable_end_session" boolean,
	"subject_type" text,
	"scopes" text[],
	"client_credentials_scopes" text[] DEFAULT '{}',
	"user_id" text,
	"created_at" timestamp with time zone,
	"updated_at" timestamp with time zone,
	"name" text,
	"uri" text,
	"icon" text,
	"contacts" text[],
	"tos" text,
	"policy" text,
	"software_id" text,
	"software_version" text,
	"software_statement" text,
	"redirect_uris" text[] NOT NULL,
	"post_logout_redirect_uris" text[],
	"backchannel_logout_uri" text,
	"backchannel_logout_session_required" boolean,
	"token_endpoint_auth_method" text,
	"application_type" text,
	"jwks" text,
	"jwks_uri" text,
	"grant_types" text[],
	"response_types" text[],
	"require_pkce" boolean,
	"dpop_bound_access_tokens" boolean DEFAULT false,
	"reference_id" text,
	"metadata" jsonb,
	CONSTRAINT "oauth_client_client_id_unique" UNIQUE("client_id")
);
--> statement-breakpoint
CREATE TABLE "oauth_client_assertion" (
	"id" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "oauth_client_resource" (
	"id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"resource_id" text NOT NULL,
	"metadata" jsonb,
	"created_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "oauth_consent" (
	"id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"user_id" text,
	"reference_id" text,
	"resources" text[],
	"requested_user_info_claims" text[],
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "oauth_refresh_token" (
	"id" text PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"client_id" text NOT NULL,
	"session_id" text,
	"user_id" text NOT NULL,
	"reference_id" text,
	"authorization_code_id" text,
	"resources" text[],
	"requested_user_info_claims" text[],
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked" timestamp with time zone,
	"rotated_at" timestamp with time zone,
	"rotation_replay_response" text,
	"rotation_replay_expires_at" timestamp with time zone,
	"auth_time" timestamp with time zone,
	"confirmation" jsonb,
	"scopes" text[] NOT NULL,
	CONSTRAINT "oauth_refresh_token_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "oauth_resource" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"name" text NOT NULL,
	"access_token_ttl" integer,
	"refresh_token_ttl" integer,
	"signing_algorithm" text,
	"signing_key_id" text,
	"allowed_scopes" text[],
	"custom_claims" jsonb,
	"dpop_bound_access_tokens_required" boolean DEFAULT false,
	"disabled" boolean DEFAULT false,
	"created_at" timestamp with time zone,
	"updated_at" timestamp with time zone,
	"policy_version" integer DEFAULT 1,
	"metadata" jsonb,
	CONSTRAINT "oauth_resource_identifier_unique" UNIQUE("identifier")
);
--> statement-breakpoint
CREATE TABLE "incoming_mails" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"raw_hash" text NOT NULL,
	"raw_size" integer NOT NULL,
	"envelope_from" text NOT NULL,
	"envelope_to" text NOT NULL,
	"received_at" bigint NOT NULL,
	"ids" jsonb NOT NULL,
	"state" text NOT NULL,
	"tries" integer NOT NULL,
	"due_at" bigint NOT NULL,
	"problem" text
);
--> statement-breakpoint
ALTER TABLE "auth_account" ADD CONSTRAINT "auth_account_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_agent" ADD CONSTRAINT "auth_agent_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_session" ADD CONSTRAINT "auth_session_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth_two_factor" ADD CONSTRAINT "auth_two_factor_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_access_token" ADD CONSTRAINT "oauth_access_token_client_id_oauth_client_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."oauth_client"("client_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_access_token" ADD CONSTRAINT "oauth_access_token_session_id_auth_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."auth_session"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_access_token" ADD CONSTRAINT "oauth_access_token_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_access_token" ADD CONSTRAINT "oauth_access_token_refresh_id_oauth_refresh_token_id_fk" FOREIGN KEY ("refresh_id") REFERENCES "public"."oauth_refresh_token"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_client" ADD CONSTRAINT "oauth_client_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_client_resource" ADD CONSTRAINT "oauth_client_resource_client_id_oauth_client_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."oauth_client"("client_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_client_resource" ADD CONSTRAINT "oauth_client_resource_resource_id_oauth_resource_identifier_fk" FOREIGN KEY ("resource_id") REFERENCES "public"."oauth_resource"("identifier") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_consent" ADD CONSTRAINT "oauth_consent_client_id_oauth_client_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."oauth_client"("client_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_consent" ADD CONSTRAINT "oauth_consent_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_refresh_token" ADD CONSTRAINT "oauth_refresh_token_client_id_oauth_client_client_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."oauth_client"("client_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_refresh_token" ADD CONSTRAINT "oauth_refresh_token_session_id_auth_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."auth_session"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_refresh_token" ADD CONSTRAINT "oauth_refresh_token_user_id_auth_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."auth_user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agents_alive" ON "agents" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "agents_pull" ON "agents" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "agents_pruning" ON "agents" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE UNIQUE INDEX "channels_alive" ON "channels" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "channels_pull" ON "channels" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "channels_pruning" ON "channels" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE INDEX "channels_address" ON "channels" USING btree ((doc->>'address')) WHERE not deleted;--> statement-breakpoint
CREATE UNIQUE INDEX "companies_alive" ON "companies" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "companies_pull" ON "companies" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "companies_pruning" ON "companies" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE UNIQUE INDEX "contacts_alive" ON "contacts" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "contacts_pull" ON "contacts" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "contacts_pruning" ON "contacts" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE INDEX "contacts_emails" ON "contacts" USING gin ((doc->'emails') jsonb_path_ops) WHERE not deleted;--> statement-breakpoint
CREATE UNIQUE INDEX "conversations_alive" ON "conversations" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "conversations_pull" ON "conversations" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "conversations_pruning" ON "conversations" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE INDEX "conversations_ticket" ON "conversations" USING btree ((doc->>'ticketId')) WHERE not deleted;--> statement-breakpoint
CREATE INDEX "conversations_owner" ON "conversations" USING btree (space, (doc->>'ownerId'), (doc->>'status')) WHERE not deleted;--> statement-breakpoint
CREATE INDEX "conversations_bootstrap" ON "conversations" USING btree (space, (case when doc->>'status' = 'open' and doc->>'trashed' is null and doc->>'spam' is null then 0 else 1 end), (coalesce((doc->>'lastInboundAt')::bigint, (doc->>'lastOutboundAt')::bigint, (doc->>'createdAt')::bigint)) desc, id desc) WHERE not deleted;--> statement-breakpoint
CREATE UNIQUE INDEX "deals_alive" ON "deals" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "deals_pull" ON "deals" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "deals_pruning" ON "deals" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_alive" ON "drafts" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "drafts_pull" ON "drafts" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "drafts_pruning" ON "drafts" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE INDEX "drafts_conversation" ON "drafts" USING btree (space, within) WHERE not deleted;--> statement-breakpoint
CREATE UNIQUE INDEX "inboxes_alive" ON "inboxes" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "inboxes_pull" ON "inboxes" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "inboxes_pruning" ON "inboxes" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE INDEX "invitations_token" ON "invitations" USING btree ((doc->>'tokenHash'));--> statement-breakpoint
CREATE INDEX "mail_ids_rfc" ON "mail_ids" USING btree ((doc->>'inboxId'), md5(doc->>'rfcMessageId'));--> statement-breakpoint
CREATE UNIQUE INDEX "members_alive" ON "members" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "members_pull" ON "members" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "members_pruning" ON "members" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE INDEX "members_agent" ON "members" USING btree ((doc->>'agentId')) WHERE not deleted;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_alive" ON "messages" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "messages_pull" ON "messages" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "messages_pruning" ON "messages" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE INDEX "messages_thread" ON "messages" USING btree (within, ((doc->>'receivedAt')::bigint) desc, id desc) WHERE not deleted;--> statement-breakpoint
CREATE INDEX "outbound_state_state" ON "outbound_state" USING btree ("state","not_before");--> statement-breakpoint
CREATE UNIQUE INDEX "sender_rules_alive" ON "sender_rules" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "sender_rules_pull" ON "sender_rules" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "sender_rules_pruning" ON "sender_rules" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE INDEX "sender_rules_pattern" ON "sender_rules" USING btree (space, (doc->>'pattern')) WHERE not deleted;--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_alive" ON "tickets" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "tickets_pull" ON "tickets" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "tickets_pruning" ON "tickets" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE INDEX "tickets_number" ON "tickets" USING btree (space, ((doc->>'number')::bigint) desc) WHERE not deleted;--> statement-breakpoint
CREATE UNIQUE INDEX "undo_entries_alive" ON "undo_entries" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "undo_entries_pull" ON "undo_entries" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "undo_entries_pruning" ON "undo_entries" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE INDEX "undo_entries_age" ON "undo_entries" USING btree (((doc->>'at')::bigint)) WHERE not deleted;--> statement-breakpoint
CREATE UNIQUE INDEX "workspaces_alive" ON "workspaces" USING btree ("id") WHERE not deleted;--> statement-breakpoint
CREATE INDEX "workspaces_pull" ON "workspaces" USING btree ("space","version");--> statement-breakpoint
CREATE INDEX "workspaces_pruning" ON "workspaces" USING btree ("deleted_at") WHERE deleted;--> statement-breakpoint
CREATE INDEX "auth_account_user_id_index" ON "auth_account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_session_user_id_index" ON "auth_session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_two_factor_secret_index" ON "auth_two_factor" USING btree ("secret");--> statement-breakpoint
CREATE INDEX "auth_two_factor_user_id_index" ON "auth_two_factor" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "auth_verification_identifier_index" ON "auth_verification" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "oauth_access_token_client_id_index" ON "oauth_access_token" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "oauth_access_token_session_id_index" ON "oauth_access_token" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "oauth_access_token_user_id_index" ON "oauth_access_token" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "oauth_access_token_authorization_code_id_index" ON "oauth_access_token" USING btree ("authorization_code_id");--> statement-breakpoint
CREATE INDEX "oauth_access_token_refresh_id_index" ON "oauth_access_token" USING btree ("refresh_id");--> statement-breakpoint
CREATE INDEX "oauth_client_user_id_index" ON "oauth_client" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "oauth_client_resource_client_id_index" ON "oauth_client_resource" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "oauth_client_resource_resource_id_index" ON "oauth_client_resource" USING btree ("resource_id");--> statement-breakpoint
CREATE UNIQUE INDEX "oauth_client_resource_client_id_resource_id_index" ON "oauth_client_resource" USING btree ("client_id","resource_id");--> statement-breakpoint
CREATE INDEX "oauth_consent_client_id_index" ON "oauth_consent" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "oauth_consent_user_id_index" ON "oauth_consent" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "oauth_refresh_token_client_id_index" ON "oauth_refresh_token" USING btree ("client_id");--> statement-breakpoint
CREATE INDEX "oauth_refresh_token_session_id_index" ON "oauth_refresh_token" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "oauth_refresh_token_user_id_index" ON "oauth_refresh_token" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "oauth_refresh_token_authorization_code_id_index" ON "oauth_refresh_token" USING btree ("authorization_code_id");--> statement-breakpoint
CREATE INDEX "incoming_mails_due" ON "incoming_mails" USING btree ("state","due_at");