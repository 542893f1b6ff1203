SELECT id, pickup_point_id, tracking_code, order_id, status, sent_at
FROM shipments
WHERE id = :id
