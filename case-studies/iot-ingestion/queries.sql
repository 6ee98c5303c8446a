-- query: Readings of a device over a span, for a chart
-- uses: readings_pkey
select measured_at, temperature, humidity
from metrics.readings
where device_id = $1 and measured_at between $2 and $3
order by measured_at;

-- query: Active devices that have gone silent
-- uses: devices_silent
select id, serial, last_seen_at
from registry.devices
where state = 'active' and last_seen_at < now() - interval '15 minutes'
order by last_seen_at
limit 500;

-- query: The devices of a site in one state
-- uses: devices_at_site
select id, serial
from registry.devices
where site_id = $1 and state = $2;

-- query: The device behind a connection
-- uses: devices_certificate_key
select id, model_id, state
from registry.devices
where certificate = $1;

-- query: Whether an alert is open already
-- uses: one_open_alert
select id
from registry.alerts
where device_id = $1 and threshold_id = $2 and cleared_at is null;
