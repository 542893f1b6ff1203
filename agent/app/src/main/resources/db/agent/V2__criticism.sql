-- What Inquest makes of its own diagnosis once an incident is closed, and what it remembers.
CREATE TABLE criticism (
  incident text        PRIMARY KEY REFERENCES incident (id),
  body     jsonb       NOT NULL,
  memory   text        NOT NULL,                    -- Markdown without text from outside
  at       timestamptz NOT NULL
);
