SELECT id, amount_cents, paid_at
FROM payments
WHERE order_id = :order
