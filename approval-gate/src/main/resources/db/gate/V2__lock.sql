-- Held to the end of a transaction by whoever appends to the audit chain or asks people. Rows, because any role may
-- hold any advisory lock of its database, and the agent must not be able to stop a pause.
CREATE TABLE lock (
  name text PRIMARY KEY
);
INSERT INTO lock (name) VALUES ('asking'), ('audit');
