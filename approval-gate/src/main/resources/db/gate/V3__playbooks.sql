-- Catalogues of playbooks that people approved, by digest. 'built-in' stands for those that come with this Inquest.
CREATE TABLE playbook_version (
  id        text        PRIMARY KEY,                 -- the catalogue's digest, lower-case hex
  files     jsonb       NOT NULL,                    -- text by file name
  parent    text,                                    -- digest of the catalogue that was in use when it was approved
  proposal  text        REFERENCES proposal (id),
  approvers text[]      NOT NULL,
  at        timestamptz NOT NULL
);

-- Append-only; the newest row holds.
CREATE TABLE playbook_use (
  seq      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  act      text        NOT NULL CHECK (act IN ('install', 'adopt', 'pin', 'rollback', 'revert')),
  in_use   text        NOT NULL REFERENCES playbook_version (id),
  previous text        REFERENCES playbook_version (id),  -- where a rollback goes; null: nowhere
  shadow   text        REFERENCES playbook_version (id),  -- diagnoses along unseen; null: none does
  by       text        NOT NULL,
  reason   text,
  at       timestamptz NOT NULL
);

INSERT INTO playbook_version (id, files, approvers, at) VALUES ('built-in', '{}', '{}', now());
INSERT INTO playbook_use (act, in_use, by, at) VALUES ('install', 'built-in', 'install', now());
INSERT INTO lock (name) VALUES ('playbooks');
