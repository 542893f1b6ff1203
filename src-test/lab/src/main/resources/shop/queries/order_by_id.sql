SELECT id, campaign_id, voucher, customer_id, status, total_cents, placed_at
FROM orders
WHERE id = :id
