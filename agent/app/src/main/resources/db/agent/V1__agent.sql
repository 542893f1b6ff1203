-- What the agent keeps. Owner: inquest_owner; the agent's role gets only what db/grants says.

CREATE TABLE delivery (
  id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  source        text        NOT NULL,               -- alertmanager, pagerduty, cloudevents
  dedup_key     text        NOT NULL,               -- the sender's id, or a digest of what identifies the notification
  received_at   timestamptz NOT NULL,
  headers       jsonb       NOT NULL,               -- allow-listed headers only, never a secret
  body          bytea       NOT NULL,
  state         text        NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'interpreted', 'ignored', 'failed')),
  attempts      int         NOT NULL DEFAULT 0,
  error         text,
  interpreted_at timestamptz,
  UNIQUE (source, dedup_key)
);
CREATE INDEX delivery_waiting ON delivery (id) WHERE state = 'received';
CREATE INDEX delivery_received_at ON delivery (received_at);

CREATE TABLE incident (
  id          text        PRIMARY KEY,              -- inc-<time-ordered>
  state       text        NOT NULL CHECK (state IN ('open', 'resolved', 'suppressed')),
  service     text,
  title       text        NOT NULL,
  opened_at   timestamptz NOT NULL,                 -- first delivery
  started_at  timestamptz NOT NULL,                 -- earliest startsAt
  resolved_at timestamptz,
  label       jsonb,                                -- the human's: {verdict, was, by, at}
  mttr        jsonb,                                -- phase lengths in seconds, unknown phases null
  version     int         NOT NULL DEFAULT 0
);
CREATE INDEX incident_open ON incident (opened_at) WHERE state = 'open';

CREATE TABLE episode (
  fingerprint text        NOT NULL,
  starts_at   timestamptz NOT NULL,
  ends_at     timestamptz,
  status      text        NOT NULL CHECK (status IN ('firing', 'resolved')),
  labels      jsonb       NOT NULL,
  annotations jsonb       NOT NULL,
  source      text        NOT NULL,
  incident    text        REFERENCES incident (id),
  deliveries  int         NOT NULL DEFAULT 1,
  first_delivery_at timestamptz NOT NULL,
  resolved_delivery_at timestamptz,
  seq         bigint      GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (fingerprint, starts_at)
);
CREATE INDEX episode_incident ON episode (incident);
CREATE INDEX episode_seq ON episode (seq);
CREATE INDEX episode_labels ON episode USING gin (labels jsonb_path_ops);

-- The durable run of stages. A worker owns (id, attempt); one that lost it stops.
CREATE TABLE investigation (
  id         uuid        PRIMARY KEY,
  incident   text        NOT NULL REFERENCES incident (id),
  revision   int         NOT NULL,                  -- 1, 2 … within the incident
  state      text        NOT NULL CHECK (state IN ('running', 'done', 'failed', 'superseded')),
  reason     text        NOT NULL,                  -- alert, joined, again+1m, again+3m, again+10m, asked
  attempt    int         NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL,
  deadline   timestamptz NOT NULL,
  ended_at   timestamptz,
  queries_left int       NOT NULL,
  error      text,
  UNIQUE (incident, revision)
);

CREATE TABLE stage_result (
  investigation uuid        NOT NULL REFERENCES investigation (id),
  stage         text        NOT NULL,
  attempt       int         NOT NULL,
  result        jsonb       NOT NULL,
  took_ms       bigint      NOT NULL,
  committed_at  timestamptz NOT NULL,
  PRIMARY KEY (investigation, stage)
);

CREATE TABLE evidence (
  incident      text        NOT NULL REFERENCES incident (id),
  id            text        NOT NULL,               -- e1, e2 …
  investigation uuid        NOT NULL REFERENCES investigation (id),
  kind          text        NOT NULL,
  source        text        NOT NULL,
  at            timestamptz NOT NULL,
  query         text        NOT NULL,               -- for people: what was really asked
  request       jsonb,                              -- for refetching: the port's query; null for a computed fact
  summary       text        NOT NULL,
  derived_from  text[]      NOT NULL,
  facts         jsonb       NOT NULL,
  sha256        text        NOT NULL,
  size_bytes    bigint      NOT NULL,               -- of the content before compression
  content       bytea       NOT NULL,               -- gzip
  PRIMARY KEY (incident, id)
);

CREATE TABLE diagnosis (
  incident      text        NOT NULL REFERENCES incident (id),
  revision      int         NOT NULL,
  investigation uuid        NOT NULL REFERENCES investigation (id),
  verdict       text        NOT NULL CHECK (verdict IN ('identified', 'no_code_cause', 'healthy', 'inconclusive')),
  body          jsonb       NOT NULL,
  at            timestamptz NOT NULL,
  PRIMARY KEY (incident, revision)
);

-- The agent asks; only the gate answers. INSERT is all the agent may do here.
CREATE TABLE proposal_request (
  id         uuid        PRIMARY KEY,
  incident   text        NOT NULL,
  kind       text        NOT NULL CHECK (kind IN ('propose', 'withdraw')),
  body       jsonb       NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- What happened, in order; the gate reads it, audits it and tells the channels. INSERT only.
CREATE TABLE event (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  kind     text        NOT NULL,                    -- announced, diagnosed, proposed, recovered, closed, labelled …
  incident text,
  body     jsonb       NOT NULL
);

-- The incident's own timeline, for pages and reports.
CREATE TABLE timeline (
  id       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  incident text        NOT NULL REFERENCES incident (id),
  at       timestamptz NOT NULL,
  kind     text        NOT NULL,
  sentence text        NOT NULL,
  detail   jsonb       NOT NULL DEFAULT '{}'
);
CREATE INDEX timeline_incident ON timeline (incident, at, id);

-- Deploys, flags and config edits that something told us of.
CREATE TABLE recorded_change (
  source     text        NOT NULL,
  id         text        NOT NULL,
  at         timestamptz NOT NULL,
  service    text,
  body       jsonb       NOT NULL,                  -- a change in the case format
  PRIMARY KEY (source, id)
);
CREATE INDEX recorded_change_at ON recorded_change (at);

CREATE TABLE database_baseline (
  target  text        NOT NULL,
  kind    text        NOT NULL,
  at      timestamptz NOT NULL,
  content jsonb       NOT NULL,
  PRIMARY KEY (target, kind, at)
);

CREATE TABLE report (
  incident text        NOT NULL REFERENCES incident (id),
  format   text        NOT NULL CHECK (format IN ('html', 'md', 'json')),
  content  text        NOT NULL,
  at       timestamptz NOT NULL,
  PRIMARY KEY (incident, format)
);

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
