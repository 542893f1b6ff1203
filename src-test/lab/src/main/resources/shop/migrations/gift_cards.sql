CREATE TABLE gift_cards (
  code          text PRIMARY KEY,
  balance_cents int  NOT NULL
);
