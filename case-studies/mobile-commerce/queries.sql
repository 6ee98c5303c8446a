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
limit 500
for update skip locked;

-- query: Events of payments that wait to be published
-- uses: payment_events_unpublished
select id, topic, key, payload
from payments.outbox
where published_at is null
order by id
limit 500
for update skip locked;

-- query: Events of products that wait to be published
-- uses: product_events_unpublished
select id, topic, key, payload
from catalogue.outbox
where published_at is null
order by id
limit 500
for update skip locked;
