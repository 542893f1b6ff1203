-- What the gate keeps. Owner: inquest_owner; the gate's role gets only what db/grants says.

-- The agent's request, copied once; from here on the gate works from its copy.
CREATE TABLE request (
  id          uuid        PRIMARY KEY,               -- agent.proposal_request's, or the gate's own where it asks again
  incident    text        NOT NULL,
  kind        text        NOT NULL CHECK (kind IN ('propose', 'withdraw')),
  body        text        NOT NULL,
  body_sha256 text        NOT NULL,
  again_for   text,                                  -- the proposal whose base moved
  copied_at   timestamptz NOT NULL,
  attempts    int         NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  answered_at timestamptz,
  proposal    text                                   -- what answers it; an open one with the same digest answers too
);
CREATE INDEX request_waiting ON request (next_try_at) WHERE answered_at IS NULL;

CREATE TABLE proposal (
  id            text        PRIMARY KEY,             -- pr-<first 12 of the digest>-<n>
  request       uuid        NOT NULL UNIQUE,         -- agent.proposal_request, copied once
  incident      text        NOT NULL,
  kind          text        NOT NULL,                -- migration, revert, config, playbook
  service       text        NOT NULL,
  repository    text        NOT NULL,                -- from the gate's own service map
  target_branch text        NOT NULL,
  base_sha      text        NOT NULL,
  digest        text        NOT NULL,                -- proposal_sha256, lower-case hex
  risk          text        NOT NULL CHECK (risk IN ('low', 'medium', 'high')),
  state         text        NOT NULL CHECK (state IN
                  ('refused', 'asked', 'approved', 'opened', 'merged', 'rejected', 'expired', 'withdrawn', 'failed')),
  reason        text,                                -- why refused, withdrawn or failed
  body          jsonb       NOT NULL,                -- files, message, title, description, rollback, diff, checks[], stated{}
  merge_request jsonb,                               -- {branch, commit, url}
  card_revision int         NOT NULL DEFAULT 0,
  created_at    timestamptz NOT NULL,
  asked_at      timestamptz,
  decided_at    timestamptz,
  opened_at     timestamptz,
  expires_at    timestamptz NOT NULL
);
CREATE INDEX proposal_digest ON proposal (digest);
CREATE INDEX proposal_incident ON proposal (incident);
CREATE INDEX proposal_state ON proposal (state);

CREATE TABLE decision (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  proposal text        NOT NULL REFERENCES proposal (id),
  digest   text        NOT NULL,
  decision text        NOT NULL CHECK (decision IN ('approve', 'reject')),
  person   text        NOT NULL,
  via      text        NOT NULL CHECK (via IN ('page', 'api', 'slack')),
  reason   text,
  at       timestamptz NOT NULL,
  UNIQUE (proposal, person)
);

CREATE TABLE warrant (
  nonce      text        PRIMARY KEY,
  proposal   text        NOT NULL REFERENCES proposal (id),
  action     text        NOT NULL CHECK (action IN ('open', 'open-and-merge')),
  envelope   bytea       NOT NULL,                   -- DSSE, Ed25519 over the exact statement bytes
  state      text        NOT NULL CHECK (state IN ('issued', 'claimed', 'done', 'failed')),
  actuation  text,                                   -- who claimed it; claiming is the single use
  claimed_at timestamptz,
  ended_at   timestamptz,
  attempts   int         NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  error      text,
  expires_at timestamptz NOT NULL,
  UNIQUE (proposal, action)
);
CREATE INDEX warrant_waiting ON warrant (next_try_at) WHERE state IN ('issued', 'claimed');

-- Append-only and chained: hash = sha256(prev_hash || seq || at || kind || subject || body_sha256), lower-case hex;
-- each part is UTF-8 and ends with a line feed, at is ISO-8601 UTC with six decimals; the first prev_hash is 64 zeros.
CREATE TABLE audit (
  seq         bigint      PRIMARY KEY,
  at          timestamptz NOT NULL,
  kind        text        NOT NULL,
  subject     text        NOT NULL,
  body_sha256 text        NOT NULL,                  -- of the payload; the payload itself stays elsewhere
  prev_hash   text        NOT NULL,
  hash        text        NOT NULL
);
CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'audit entries are never changed or removed'; END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

CREATE TABLE card (
  proposal  text        NOT NULL REFERENCES proposal (id),
  connector text        NOT NULL,                    -- the channel's name
  button    text        NOT NULL UNIQUE,             -- the opaque value behind Approve and Reject
  channel   text,                                    -- where it was posted; null: nowhere yet
  message   text,
  workspace text,
  revision  int         NOT NULL DEFAULT 0,          -- of the proposal, as last posted; 0: not yet
  posted_at timestamptz,
  attempts  int         NOT NULL DEFAULT 0,          -- since the last success
  next_try_at timestamptz NOT NULL,
  PRIMARY KEY (proposal, connector)
);

-- One root message an incident and channel, edited in place.
CREATE TABLE announcement (
  incident  text        NOT NULL,
  connector text        NOT NULL,
  event     bigint      NOT NULL,                    -- the newest agent.event it should show
  posted_event bigint   NOT NULL DEFAULT 0,          -- the newest it shows
  channel   text,                                    -- null: nowhere yet
  message   text,
  workspace text,
  posted_at timestamptz,
  attempts  int         NOT NULL DEFAULT 0,
  next_try_at timestamptz NOT NULL,
  PRIMARY KEY (incident, connector)
);

-- How far the gate has read agent.event.
CREATE TABLE event_cursor (
  reader   text   PRIMARY KEY,
  last_id  bigint NOT NULL                           -- everything up to here was read
);

-- Events read above the cursor: ids are given before the commit, so a lower one may appear later.
CREATE TABLE relayed_event (
  event bigint PRIMARY KEY
);

CREATE TABLE local_user (
  person        text        PRIMARY KEY,
  password_hash text        NOT NULL,
  roles         text[]      NOT NULL,
  created_at    timestamptz NOT NULL
);

-- One row: whether actuation is stopped, read in the claiming transaction.
CREATE TABLE pause (
  only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
  paused   boolean     NOT NULL,
  by       text        NOT NULL,
  reason   text,
  at       timestamptz NOT NULL
);
INSERT INTO pause (paused, by, at) VALUES (false, 'install', now());

CREATE TABLE scheduled_tasks (
  task_name            text        NOT NULL,
  task_instance        text        NOT NULL,
  task_data            bytea,
  execution_time       timestamptz,
  picked               boolean     NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
