-- query: Orders of a customer that are still on their way
-- uses: orders_of_user
select id, status, placed_at
from orders
where user_id = $1 and status in ('reserved', 'paid', 'confirmed');

-- query: Reserve stock as it was read
-- uses: inventory_pkey
update inventory
set available_quantity = available_quantity - $2,
    reserved_quantity = reserved_quantity + $2,
    version = version + 1,
    updated_at = now()
where product_id = $1 and version = $3 and available_quantity >= $2;

-- query: Reserve stock by one condition, the way that was not taken
-- uses: inventory_pkey
update inventory
set available_quantity = available_quantity - $2,
    reserved_quantity = reserved_quantity + $2
where product_id = $1 and available_quantity >= $2;

-- query: Keys that are older than three days
-- uses: idempotency_keys_by_age
select key
from idempotency_keys
where created_at < now() - interval '3 days'
order by created_at
limit 1000;

-- query: Sagas whose step is overdue
-- uses: sagas_overdue
select order_id, step
from sagas
where step <> 'done' and deadline < now()
order by deadline
limit 100;

-- query: Events that wait to be published
-- uses: outbox_unpublished
select id, topic, key, payload
from outbox
where service = $1 and published_at is null
order by id
limit 500;

-- query: Whether an event was dealt with already
-- uses: inbox_pkey
select 1 from inbox where consumer = $1 and event_id = $2;

-- query: What happened to an order
-- uses: audit_entries_pkey
select actor, action, happened_at
from audit_entries
where order_id = $1
order by id;
