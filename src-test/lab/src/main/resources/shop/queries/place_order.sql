INSERT INTO orders (campaign_id, voucher, customer_id, status, total_cents, placed_at)
VALUES (0, 'none', :customer, 'new', :total, now())
RETURNING id
