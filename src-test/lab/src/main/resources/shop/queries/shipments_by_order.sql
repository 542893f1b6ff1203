SELECT id, status, sent_at
FROM shipments
WHERE order_id = :order
