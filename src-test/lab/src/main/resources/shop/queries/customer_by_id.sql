SELECT id, name, region, joined_at
FROM customers
WHERE id = :customer
