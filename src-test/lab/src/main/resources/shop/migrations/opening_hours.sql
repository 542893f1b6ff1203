CREATE TABLE opening_hours (
  weekday int PRIMARY KEY,
  opens   time NOT NULL,
  closes  time NOT NULL
);
