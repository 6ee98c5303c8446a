-- The database of the shop: a schema for each service that keeps something. No foreign key leaves its
-- schema, so each service could take its tables to a server of its own. Between schemas an identifier is
-- a promise that events keep, not a constraint. Sessions, with the hashes of refresh tokens, and carts are
-- in Redis, and have no table.

create extension if not exists citext;

create schema accounts;
create schema catalogue;
create schema stock;
create schema ordering;
create schema payments;
create schema notices;

-- Accounts ---------------------------------------------------------------------------------------------

create type accounts.role as enum ('shopper', 'merchandiser', 'support', 'administrator');

create table accounts.users (
  id             uuid primary key default gen_random_uuid(),
  email          citext not null unique,
  password_hash  text not null,
  name           text not null,
  role           accounts.role not null default 'shopper',
  email_verified boolean not null default false,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  deleted_at     timestamptz
);
comment on table accounts.users is 'Who may sign in. A deleted account keeps its row for the orders that name it, without its personal data.';
comment on column accounts.users.email is 'Compared without case, as people write it.';

create table accounts.addresses (
  id          uuid primary key default gen_random_uuid(),
  user_id     uuid not null references accounts.users (id) on delete cascade,
  recipient   text not null,
  street      text not null,
  postal_code text not null,
  city        text not null,
  country     char(2) not null,
  is_default  boolean not null default false
);
comment on table accounts.addresses is 'Where an account may have things sent. An order keeps a copy of its own.';
create index addresses_by_user on accounts.addresses (user_id);
create unique index one_default_address on accounts.addresses (user_id) where is_default;

-- Catalogue --------------------------------------------------------------------------------------------

create type catalogue.product_status as enum ('draft', 'active', 'archived');

create table catalogue.categories (
  id        bigint generated always as identity primary key,
  parent_id bigint references catalogue.categories (id),
  slug      text not null unique,
  name      text not null
);
comment on table catalogue.categories is 'A tree: a category may stand in another.';
create index categories_by_parent on catalogue.categories (parent_id);

create table catalogue.products (
  id           uuid primary key default gen_random_uuid(),
  category_id  bigint not null references catalogue.categories (id),
  name         text not null,
  description  text not null default '',
  price        numeric(10, 2) not null,
  currency     char(3) not null default 'USD',
  status       catalogue.product_status not null default 'draft',
  attributes   jsonb not null default '{}',
  search       tsvector generated always as (
                 setweight(to_tsvector('english', name), 'A') ||
                 setweight(to_tsvector('english', description), 'B')
               ) stored,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  constraint price_is_positive check (price > 0)
);
comment on table catalogue.products is 'What is for sale. What a search looks through is kept beside the words it comes from, so that it is never out of date.';
create index products_in_category on catalogue.products (category_id, price) where status = 'active';
create index products_by_words on catalogue.products using gin (search);

create table catalogue.outbox (
  id           bigint generated always as identity primary key,
  topic        text not null,
  key          text not null,
  payload      jsonb not null,
  created_at   timestamptz not null default now(),
  published_at timestamptz
);
comment on table catalogue.outbox is 'A change of a product and its event are one transaction. Who reads it deletes from the cache, which may be done twice.';
create index product_events_unpublished on catalogue.outbox (id) where published_at is null;

-- Stock ------------------------------------------------------------------------------------------------

create table stock.inventory (
  product_id         uuid primary key,
  available_quantity integer not null default 0,
  reserved_quantity  integer not null default 0,
  updated_at         timestamptz not null default now(),
  constraint nothing_oversold check (available_quantity >= 0),
  constraint nothing_owed     check (reserved_quantity >= 0)
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.01);
comment on table stock.inventory is 'One row a product, and one condition: the check refuses the sale that the code let through.';

create table stock.reservations (
  id         uuid primary key,
  product_id uuid not null references stock.inventory (product_id),
  order_id   uuid not null,
  quantity   integer not null,
  expires_at timestamptz not null,
  settled_at timestamptz,
  unique (order_id, product_id),
  constraint quantity_is_positive check (quantity > 0)
);
comment on table stock.reservations is 'What is held for an order, for ten minutes. Settled means sold or given back.';
create index reservations_to_sweep on stock.reservations (expires_at) where settled_at is null;

-- Ordering ---------------------------------------------------------------------------------------------

create type ordering.order_status as enum ('pending', 'confirmed', 'shipped', 'delivered', 'cancelled');

create table ordering.orders (
  id               uuid not null default gen_random_uuid(),
  user_id          uuid not null,
  status           ordering.order_status not null default 'pending',
  total            numeric(12, 2) not null,
  currency         char(3) not null default 'USD',
  shipping_address jsonb not null,
  session          text not null,
  client_address   inet not null,
  placed_at        timestamptz not null default now(),
  updated_at       timestamptz not null default now(),
  primary key (id, placed_at)
) partition by range (placed_at);
comment on table ordering.orders is 'Split by quarter: a quarter is taken out whole, after its lines, when its time to be kept has passed. PostgreSQL therefore wants the time in the key.';
create table ordering.orders_2026_q3 partition of ordering.orders for values from ('2026-07-01') to ('2026-10-01');
create table ordering.orders_2026_q4 partition of ordering.orders for values from ('2026-10-01') to ('2027-01-01');
create table ordering.orders_2027_q1 partition of ordering.orders for values from ('2027-01-01') to ('2027-04-01');
create table ordering.orders_2027_q2 partition of ordering.orders for values from ('2027-04-01') to ('2027-07-01');
create index orders_of_user on ordering.orders (user_id, placed_at desc);
create index orders_pending on ordering.orders (placed_at) where status = 'pending';

create table ordering.order_lines (
  order_id   uuid not null,
  placed_at  timestamptz not null,
  line       smallint not null,
  product_id uuid not null,
  name       text not null,
  quantity   integer not null,
  unit_price numeric(10, 2) not null,
  primary key (order_id, placed_at, line),
  foreign key (order_id, placed_at) references ordering.orders (id, placed_at) on delete cascade,
  constraint quantity_is_positive check (quantity > 0)
) partition by range (placed_at);
comment on table ordering.order_lines is 'Name and price as they were when the order was placed. Split as orders are: a quarter of orders cannot go while lines of it are left.';
create table ordering.order_lines_2026_q3 partition of ordering.order_lines for values from ('2026-07-01') to ('2026-10-01');
create table ordering.order_lines_2026_q4 partition of ordering.order_lines for values from ('2026-10-01') to ('2027-01-01');
create table ordering.order_lines_2027_q1 partition of ordering.order_lines for values from ('2027-01-01') to ('2027-04-01');
create table ordering.order_lines_2027_q2 partition of ordering.order_lines for values from ('2027-04-01') to ('2027-07-01');
create index order_lines_of_product on ordering.order_lines (product_id);

create table ordering.idempotency_keys (
  user_id    uuid not null,
  key        text not null,
  order_id   uuid not null,
  response   jsonb,
  created_at timestamptz not null default now(),
  primary key (user_id, key)
);
comment on table ordering.idempotency_keys is 'A checkout that is sent twice is one order: the second answer is the first one again.';
create index idempotency_keys_by_age on ordering.idempotency_keys using brin (created_at);

create table ordering.sagas (
  order_id   uuid primary key,
  step       text not null,
  deadline   timestamptz not null,
  finished   boolean not null default false,
  updated_at timestamptz not null default now(),
  constraint step_is_known check (step in ('reserve', 'authorise', 'capture', 'ship', 'release', 'refund', 'done'))
) with (fillfactor = 90, autovacuum_vacuum_scale_factor = 0.01);
comment on table ordering.sagas is 'Where each order stands, so that another coordinator can take it over.';
create index sagas_overdue on ordering.sagas (deadline) where not finished;

create table ordering.outbox (
  id           bigint generated always as identity primary key,
  topic        text not null,
  key          text not null,
  payload      jsonb not null,
  created_at   timestamptz not null default now(),
  published_at timestamptz
);
comment on table ordering.outbox is 'Events are written with what they tell of, in one transaction, and published after it.';
create index outbox_unpublished on ordering.outbox (id) where published_at is null;

create table ordering.handled_events (
  event_id   uuid primary key,
  handled_at timestamptz not null default now()
);
comment on table ordering.handled_events is 'Events of payments that the saga has taken in: written with what they did, kept as long as their topic.';
create index ordering_handled_by_age on ordering.handled_events using brin (handled_at);

-- Payments ---------------------------------------------------------------------------------------------

create type payments.payment_status as enum ('requested', 'authorised', 'captured', 'voided', 'refunded', 'declined');

create table payments.payments (
  id                 uuid primary key default gen_random_uuid(),
  order_id           uuid not null,
  provider_reference text unique,
  amount             numeric(12, 2) not null,
  currency           char(3) not null,
  status             payments.payment_status not null default 'requested',
  created_at         timestamptz not null default now(),
  constraint amount_is_positive check (amount > 0),
  constraint money_has_a_reference check (
    status in ('requested', 'declined') or provider_reference is not null
  )
);
comment on table payments.payments is 'Written before the provider is asked, since its number is the idempotency key; then what the provider said, by its own reference. No card number comes this far.';
create index payments_of_order on payments.payments (order_id);

create table payments.refunds (
  id         uuid primary key default gen_random_uuid(),
  payment_id uuid not null references payments.payments (id),
  amount     numeric(12, 2) not null,
  reason     text not null,
  created_at timestamptz not null default now(),
  constraint amount_is_positive check (amount > 0)
);
comment on table payments.refunds is 'Money that went back, in one part or several.';
create index refunds_of_payment on payments.refunds (payment_id);

create table payments.outbox (
  id           bigint generated always as identity primary key,
  topic        text not null,
  key          text not null,
  payload      jsonb not null,
  created_at   timestamptz not null default now(),
  published_at timestamptz
);
comment on table payments.outbox is 'What the provider said is told in the transaction that wrote it down.';
create index payment_events_unpublished on payments.outbox (id) where published_at is null;

create table payments.handled_events (
  event_id   uuid primary key,
  handled_at timestamptz not null default now()
);
comment on table payments.handled_events is 'Events of orders that were acted on, so that a second delivery charges nobody.';
create index payments_handled_by_age on payments.handled_events using brin (handled_at);

-- Notices ----------------------------------------------------------------------------------------------

create table notices.handled_events (
  event_id   uuid primary key,
  handled_at timestamptz not null default now()
);
comment on table notices.handled_events is 'Events of which somebody was told. The mail itself is outside the transaction, and may be sent twice.';
create index notices_handled_by_age on notices.handled_events using brin (handled_at);
