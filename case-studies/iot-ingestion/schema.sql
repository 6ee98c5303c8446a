-- The device registry, and the last seven days of readings: a partition a day, dropped whole.

create schema registry;
create schema metrics;

create type registry.device_state as enum ('provisioned', 'active', 'suspended', 'retired');

create table registry.sites (
  id        bigint generated always as identity primary key,
  name      text not null unique,
  time_zone text not null default 'UTC',
  latitude  double precision not null,
  longitude double precision not null,
  constraint on_earth check (latitude between -90 and 90 and longitude between -180 and 180)
);
comment on table registry.sites is 'Where devices stand. A reading does not carry its place: it is looked up here.';

create table registry.firmware (
  id             bigint generated always as identity primary key,
  version        text not null unique,
  schema_version smallint not null,
  released_at    timestamptz not null,
  withdrawn_at   timestamptz
);
comment on table registry.firmware is 'What runs on devices, and which version of the message they then send.';

create table registry.device_models (
  id               bigint generated always as identity primary key,
  name             text not null unique,
  latest_firmware  bigint references registry.firmware (id),
  interval_seconds smallint not null default 30,
  constraint interval_is_positive check (interval_seconds > 0)
);
comment on table registry.device_models is 'Kinds of devices, and how often one reports.';

create table registry.devices (
  id             uuid primary key,
  serial         text not null unique,
  model_id       bigint not null references registry.device_models (id),
  site_id        bigint not null references registry.sites (id),
  firmware_id    bigint not null references registry.firmware (id),
  state          registry.device_state not null default 'provisioned',
  certificate    bytea not null unique,
  provisioned_at timestamptz not null default now(),
  last_seen_at   timestamptz
);
comment on table registry.devices is 'One row a device. When it was last seen is written once a minute and not with every message.';
comment on column registry.devices.certificate is 'The fingerprint of the certificate with which it connects.';
create index devices_at_site on registry.devices (site_id, state);
create index devices_by_firmware on registry.devices (firmware_id);
create index devices_silent on registry.devices (last_seen_at) where state = 'active';

create table registry.thresholds (
  id        bigint generated always as identity primary key,
  model_id  bigint not null references registry.device_models (id),
  device_id uuid references registry.devices (id) on delete cascade,
  metric    text not null,
  lowest    double precision,
  highest   double precision,
  unique nulls not distinct (model_id, device_id, metric),
  constraint metric_is_known check (metric in ('temperature', 'humidity', 'battery', 'signal_strength')),
  constraint some_bound check (lowest is not null or highest is not null)
);
comment on table registry.thresholds is 'Limits of a model, or of one device where it has its own.';
create index thresholds_of_device on registry.thresholds (device_id);

create table registry.alerts (
  id           bigint generated always as identity primary key,
  device_id    uuid not null references registry.devices (id),
  threshold_id bigint not null references registry.thresholds (id),
  value        double precision not null,
  raised_at    timestamptz not null default now(),
  cleared_at   timestamptz
);
comment on table registry.alerts is 'A limit that was passed, until it is kept again.';
create unique index one_open_alert on registry.alerts (device_id, threshold_id) where cleared_at is null;
create index alerts_of_device on registry.alerts (device_id, raised_at desc);
create index alerts_by_threshold on registry.alerts (threshold_id);

create table metrics.readings (
  device_id       uuid not null,
  measured_at     timestamptz not null,
  temperature     real,
  humidity        real,
  battery         smallint,
  signal_strength smallint,
  primary key (device_id, measured_at)
) partition by range (measured_at);
comment on table metrics.readings is 'A row a device and minute: the processing makes one of two messages. The key leads with the device, which is what a chart asks for.';
create table metrics.readings_2026_11_15 partition of metrics.readings for values from ('2026-11-15') to ('2026-11-16');
create table metrics.readings_2026_11_16 partition of metrics.readings for values from ('2026-11-16') to ('2026-11-17');
create table metrics.readings_2026_11_17 partition of metrics.readings for values from ('2026-11-17') to ('2026-11-18');
create table metrics.readings_2026_11_18 partition of metrics.readings for values from ('2026-11-18') to ('2026-11-19');
create table metrics.readings_2026_11_19 partition of metrics.readings for values from ('2026-11-19') to ('2026-11-20');
create table metrics.readings_2026_11_20 partition of metrics.readings for values from ('2026-11-20') to ('2026-11-21');
create table metrics.readings_2026_11_21 partition of metrics.readings for values from ('2026-11-21') to ('2026-11-22');
create index readings_by_time on metrics.readings using brin (measured_at);
