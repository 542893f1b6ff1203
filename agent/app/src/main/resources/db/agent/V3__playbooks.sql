-- Which playbooks an investigation follows, from its first worker to its last: a digest, or built-in.
ALTER TABLE investigation ADD COLUMN playbooks text;

-- A closed incident diagnosed again on its frozen case, by those playbooks and by others that nobody was shown.
CREATE TABLE shadow_diagnosis (
  incident     text        PRIMARY KEY REFERENCES incident (id),
  shown_sha256 text        NOT NULL,               -- of the catalogue whose diagnosis people were shown
  other_sha256 text        NOT NULL,
  shown        jsonb       NOT NULL,               -- both on the same bytes
  other        jsonb       NOT NULL,
  shown_right  boolean,                            -- by the human's label; null where it does not say
  other_right  boolean,
  at           timestamptz NOT NULL
);
CREATE INDEX shadow_diagnosis_pair ON shadow_diagnosis (shown_sha256, other_sha256);
