-- Orders by month, stock, the state of sagas, and what keeps every message from being worked on twice.

create type order_status as enum ('pending', 'reserved', 'paid', 'confirmed', 'cancelled', 'returned');
create type saga_step as enum ('reserve', 'pay', 'confirm', 'ship', 'refund', 'release', 'done');

create table orders (
  id         uuid not null default gen_random_uuid(),
  user_id    uuid not null,
  status     order_status not null default 'pending',
  total      numeric(12, 2) not null,
  currency   char(3) not null default 'USD',
  placed_at  timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (id, placed_at),
  constraint total_is_no_debt check (total >= 0)
) partition by range (placed_at);
comment on table orders is 'Split by month. The month is in the key, since PostgreSQL keeps a key unique only within a partition: an identifier alone cannot be the key of a partitioned table.';
create table orders_2026_10 partition of orders for values from ('2026-10-01') to ('2026-11-01');
create table orders_2026_11 partition of orders for values from ('2026-11-01') to ('2026-12-01');
create table orders_2026_12 partition of orders for values from ('2026-12-01') to ('2027-01-01');
create table orders_2027_01 partition of orders for values from ('2027-01-01') to ('2027-02-01');
create index orders_of_user on orders (user_id, status);
create index orders_by_time on orders using brin (placed_at);

create table order_items (
  order_id   uuid not null,
  placed_at  timestamptz not null,
  product_id uuid not null,
  quantity   integer not null,
  unit_price numeric(10, 2) not null,
  primary key (order_id, placed_at, product_id),
  foreign key (order_id, placed_at) references orders (id, placed_at),
  constraint quantity_is_positive check (quantity > 0)
) partition by range (placed_at);
comment on table order_items is 'What was ordered, at the price of that moment. Split as orders are: a month of orders cannot be detached while lines still refer to it, so that of the lines goes first.';
create table order_items_2026_10 partition of order_items for values from ('2026-10-01') to ('2026-11-01');
create table order_items_2026_11 partition of order_items for values from ('2026-11-01') to ('2026-12-01');
create table order_items_2026_12 partition of order_items for values from ('2026-12-01') to ('2027-01-01');
create table order_items_2027_01 partition of order_items for values from ('2027-01-01') to ('2027-02-01');

create table deliveries (
  id        uuid primary key default gen_random_uuid(),
  order_id  uuid not null unique,
  recipient text,
  address   jsonb,
  parcel    text,
  erased_at timestamptz
);
comment on table deliveries is 'Where an order goes, the one place of name and address. Events carry its id; whoever asks to be erased leaves an empty row.';

create table inventory (
  product_id         uuid primary key,
  available_quantity integer not null default 0,
  reserved_quantity  integer not null default 0,
  version            integer not null default 0,
  updated_at         timestamptz not null default now(),
  constraint nothing_oversold check (available_quantity >= 0),
  constraint nothing_owed     check (reserved_quantity >= 0)
);
comment on table inventory is 'One row a product. A reservation names the version that it read; if another one came first, it reads again.';
comment on column inventory.version is 'Counts the changes of the row.';

create table reservations (
  order_id   uuid not null,
  product_id uuid not null references inventory (product_id),
  quantity   integer not null,
  expires_at timestamptz not null,
  ended_at   timestamptz,
  primary key (order_id, product_id),
  constraint quantity_is_positive check (quantity > 0)
);
comment on table reservations is 'What is held for an order until it is paid or its time is over.';
create index reservations_to_sweep on reservations (expires_at) where ended_at is null;

create table stock_changes (
  product_id uuid not null references inventory (product_id),
  version    integer not null,
  available  integer not null,
  reserved   integer not null,
  order_id   uuid,
  actor      text not null,
  read_first boolean not null default true,
  changed_at timestamptz not null default now(),
  primary key (product_id, version)
);
comment on table stock_changes is 'Every change of a row of stock: the version and the counts before it, and who changed it for which order, if for one. A gap in the versions is a change without a record.';

create table payments (
  id                 uuid primary key default gen_random_uuid(),
  order_id           uuid not null,
  provider_reference text not null unique,
  amount             numeric(12, 2) not null,
  refunded           numeric(12, 2) not null default 0,
  captured_at        timestamptz,
  constraint no_more_back_than_was_taken check (refunded between 0 and amount)
);
comment on table payments is 'One row an order that was to be paid. Its reference is made by us before the provider is asked, so that asking twice charges once.';
create index payments_of_order on payments (order_id);

create table refunds (
  reference    text primary key,
  payment_id   uuid not null references payments (id),
  amount       numeric(12, 2) not null,
  requested_at timestamptz not null default now(),
  confirmed_at timestamptz,
  constraint amount_is_positive check (amount > 0)
);
comment on table refunds is 'Money on its way back, whole or in part. Its row is written with what the payment has refunded, before the provider is asked.';
create index refunds_of_payment on refunds (payment_id);

create table returns (
  id          uuid primary key default gen_random_uuid(),
  order_id    uuid not null,
  placed_at   timestamptz not null,
  payment_id  uuid not null references payments (id),
  reason      text not null,
  received_at timestamptz,
  created_at  timestamptz not null default now()
);
comment on table returns is 'A parcel that comes back. Money follows once it is received. No foreign key to its order: with one, a month of orders could not be detached.';
create index returns_of_order on returns (order_id, placed_at);
create index returns_of_payment on returns (payment_id);

create table return_lines (
  return_id  uuid not null references returns (id),
  product_id uuid not null,
  quantity   integer not null,
  resold     boolean,
  primary key (return_id, product_id),
  constraint quantity_is_positive check (quantity > 0)
);
comment on table return_lines is 'What of an order is in the parcel, and whether it can be sold again once somebody has looked.';

create table sagas (
  order_id   uuid primary key,
  step       saga_step not null default 'reserve',
  attempts   smallint not null default 0,
  deadline   timestamptz not null,
  release    text not null default 'stable',
  updated_at timestamptz not null default now()
);
comment on table sagas is 'The step that each order waits for, and its deadline.';
comment on column sagas.release is 'Which version of the saga drives this order, chosen once, when it is opened.';
create index sagas_overdue on sagas (deadline) where step <> 'done';

create table inbox (
  consumer    text not null,
  event_id    uuid not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_by_age on inbox (received_at);
comment on table inbox is 'Events that a consumer has handled. A redelivery finds its row and does nothing.';

create table outbox (
  id           bigint generated always as identity primary key,
  service      text not null,
  topic        text not null,
  key          text not null,
  payload      jsonb not null,
  created_at   timestamptz not null default now(),
  published_at timestamptz
);
comment on table outbox is 'Events, written in the transaction that they tell of and published after it. Each service has a relay, which reads its own.';
create index outbox_unpublished on outbox (service, id) where published_at is null;

create table idempotency_keys (
  key          text primary key,
  request_hash bytea not null,
  response     jsonb,
  created_at   timestamptz not null default now()
);
comment on table idempotency_keys is 'A request that is repeated gets the answer of the first. Not split by day: a key would be unique within its day alone, and a retry after midnight a second order.';
create index idempotency_keys_by_age on idempotency_keys (created_at);

create table audit_entries (
  id          bigint generated always as identity,
  order_id    uuid not null,
  actor       text not null,
  action      text not null,
  happened_at timestamptz not null default now(),
  primary key (order_id, id)
);
comment on table audit_entries is 'Every change of an order, in its order: rows are added and never changed.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail is only added to.';
end
$$;
create trigger audit_entries_stay
  before update or delete on audit_entries
  for each row execute function refuse_change();
create trigger stock_changes_stay
  before update or delete on stock_changes
  for each row execute function refuse_change();
