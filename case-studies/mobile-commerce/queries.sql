-- query: The last orders of a shopper, newest first
-- uses: orders_of_user
select id, status, total, placed_at
from ordering.orders
where user_id = $1
order by placed_at desc
limit 20;

-- query: Active products of a category, cheapest first
-- uses: products_in_category
select id, name, price
from catalogue.products
where category_id = $1 and status = 'active'
order by price
limit 50;

-- query: Products that a search finds
-- uses: products_by_words
select id, name, price
from catalogue.products
where search @@ websearch_to_tsquery('english', $1);

-- query: Reserve stock, if there is enough of it
-- uses: inventory_pkey
update stock.inventory
set available_quantity = available_quantity - $2,
    reserved_quantity = reserved_quantity + $2,
    updated_at = now()
where product_id = $1 and available_quantity >= $2;

-- query: Reservations that outlived their ten minutes
-- uses: reservations_to_sweep
select id, product_id, quantity
from stock.reservations
where settled_at is null and expires_at < now()
order by expires_at
limit 100;

-- query: Events of orders that wait to be published
-- uses: outbox_unpublished
select id, topic, key, payload
from ordering.outbox
where published_at is null
order by id
limit 500;

-- query: Events of payments that wait to be published
-- uses: payment_events_unpublished
select id, topic, key, payload
from payments.outbox
where published_at is null
order by id
limit 500;

-- query: Events of products that wait to be published
-- uses: product_events_unpublished
select id, topic, key, payload
from catalogue.outbox
where published_at is null
order by id
limit 500;

-- query: What an order consists of
-- uses: order_lines_pkey
select line, name, quantity, unit_price
from ordering.order_lines
where order_id = $1 and placed_at = $2
order by line;

-- query: The answer to a checkout that was sent twice
-- uses: idempotency_keys_pkey
select order_id, response
from ordering.idempotency_keys
where user_id = $1 and key = $2;

-- query: Orders that wait for longer than a reservation is held
-- uses: orders_pending
select id, user_id, placed_at
from ordering.orders
where status = 'pending' and placed_at < now() - interval '10 minutes'
order by placed_at
limit 100;

-- query: Sagas that are past their deadline
-- uses: sagas_overdue
select order_id, step
from ordering.sagas
where not finished and deadline < now()
order by deadline
limit 100;

-- query: What was paid for an order
-- uses: payments_of_order
select id, status, amount, provider_reference
from payments.payments
where order_id = $1;
