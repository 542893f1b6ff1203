SELECT id, provider_ref, card_print, order_id, amount_cents, paid_at
FROM payments
WHERE id = :id
