import {
  busyProcessors,
  defaultConnections,
  defineCostModel,
  flow,
  gbSeconds,
  limit,
  line,
  networkCapacityUnits,
  type Quantity,
  quantity,
  ratio,
  sized,
  sum,
} from 'archfolio/cost';

/** What a shard takes in: 1,000 records and 1 MB a second, and what it gives out: 2 MB a second. */
const SHARD = [
  {
    name: 'shard',
    most: Number.POSITIVE_INFINITY,
    records: quantity(1000, 'record/s'),
    written: quantity(1, 'MB/s'),
    read: quantity(2, 'MB/s'),
  },
];

/** A processing unit of Managed Flink has 1 vCPU and 4 GB; an application may have 64 of them. */
const UNIT = [{ name: 'KPU', most: 64, CPU: quantity(1, 'vCPU') }];

/** RDS for PostgreSQL, by price. `sustained`: 20 % of each vCPU where the class is burstable. */
const POSTGRES = [
  { name: 't4g.medium', ...cores(2, 0.4), memory: quantity(4, 'GB') },
  { name: 'm6g.large', ...cores(2), memory: quantity(8, 'GB') },
  { name: 'r6g.large', ...cores(2), memory: quantity(16, 'GB') },
  { name: 'r6g.xlarge', ...cores(4), memory: quantity(32, 'GB') },
  { name: 'r6g.2xlarge', ...cores(8), memory: quantity(64, 'GB') },
] as const;
const REGISTRY_CLASSES = POSTGRES.map((row) => ({
  ...row,
  connections: defaultConnections(row.memory),
}));

/** Data nodes of OpenSearch: thirty times their memory in logs is what they search at ease. */
const SEARCH = [
  { name: 'm6g.large', most: 3, storage: quantity(240, 'GB') },
  { name: 'r6g.large', most: 3, storage: quantity(480, 'GB') },
  { name: 'r6g.xlarge', most: 6, storage: quantity(960, 'GB') },
  { name: 'r6g.2xlarge', most: 12, storage: quantity(1920, 'GB') },
] as const;

/** A task of the history service: half a processor of Fargate, 1 GB. */
const TASK = [{ name: '0.5 vCPU', most: Number.POSITIVE_INFINITY, CPU: quantity(0.5, 'vCPU') }];

/** Nodes of an MQTT cluster of one's own, with the memory that is left to connections. */
const BROKER = [
  { name: 'm6g.large', most: 6, CPU: quantity(2, 'vCPU'), memory: quantity(7, 'GB') },
  { name: 'm6g.xlarge', most: 12, CPU: quantity(4, 'vCPU'), memory: quantity(14, 'GB') },
  { name: 'm6g.2xlarge', most: 30, CPU: quantity(8, 'vCPU'), memory: quantity(28, 'GB') },
] as const;

const ZONES = 3;

/** Of a month of 730 hours. */
const HOURS = 730;
const MINUTES = 43_800;
const SECONDS = 2_628_000;
const DAY = quantity(1, 'day');

/** Why a line of the described design stays although nobody new can buy it. */
const CLOSED =
  'The described design names it. A new account cannot buy it, so the design cannot be built as it is told.';

function cores(all: number, sustained = all) {
  return { CPU: quantity(all, 'vCPU'), sustained: quantity(sustained, 'vCPU') };
}

/** What the design fixes, and a driver therefore is not. */
const DESIGN = {
  /** Device, sequence and schema version of a message, and its topic. */
  envelope: quantity(120, 'B/message'),
  /** Each looks a device up once an hour and keeps it. */
  lookups: quantity(HOURS, 'query/device'),
  lookupWork: quantity(0.5, 'vCPU-ms/query'),
  lookupReturned: quantity(1, 'kB/query'),
  /** New limits to a device once a week, its answer, and what it reports of itself. */
  shadowCalls: quantity(10, 'operation/device'),
  alertTime: quantity(30, 'ms/request'),
  alertMemory: quantity(256, 'MB'),
  alertLog: quantity(1, 'kB/request'),
  /** Of the 134 bytes of a row and its index entry, the row. */
  rowShare: 0.7,
  /** Where a device's windows of the day stand in the index: a page that every batch of it changes. */
  pageOfDevice: quantity(8, 'kB/device'),
  /** Two copies, and 45 % for the index and for merging. */
  searchOverhead: 2 * 1.45,
  /** A query of Timestream is billed for 10 MB or more. */
  scanned: quantity(10, 'MB/request'),
  /** What stream processing closes a file of the archive at. */
  file: quantity(64, 'MB'),
  /** Streams, notices, Athena, secrets, logs, and two for container images; files have one that is free. */
  endpoints: quantity(7, 'endpoint/zone'),
  /** Pools of stream processing and of the history service, and what the alert function has open. */
  connectionsOfUnit: quantity(10, 'connection/KPU'),
  connectionsOfTask: quantity(10, 'connection/task'),
  connectionsOfAlerts: quantity(
    50,
    'connection',
    'one of each copy of the function, of which there are fifty at most',
  ),
  /** All devices come back within a quarter of an hour after a broker was lost. */
  reconnection: 15 * 60,
  handshakeWork: quantity(3, 'vCPU-ms/connection'),
  brokerWork: quantity(0.1, 'vCPU-ms/message'),
};

export default defineCostModel({
  id: 'iot-ingestion',
  title: 'IoT ingestion',
  system: 'iot',
  user: 'A customer whose devices are in the fleet: two of them each, so that 500,000 users are 1,000,000 devices.',
  leavesOut:
    'Athena and Firehose, for which the price book has no price, the radio link of the devices, staging, the support plan, taxes, people.',
  zones: ZONES,

  drivers: {
    // What devices send
    devices: {
      label: 'Devices of a user',
      unit: 'device/user',
      low: 1,
      likely: 2,
      high: 4,
      basis: 'given',
      why: 'A million devices is the stated scale, and the portfolio shows every system at 500,000 users.',
    },
    readings: {
      label: 'Readings of a device in a minute',
      unit: 'reading/device',
      low: 1,
      likely: 2,
      high: 4,
      basis: 'given',
      why: 'One in thirty seconds is stated; a firmware setting away from one in fifteen or in sixty.',
    },
    readingSize: {
      label: 'Size of a reading as the example prints it',
      unit: 'B/reading',
      low: 245,
      likely: 300,
      high: 329,
      basis: 'given',
      why: 'The example message: 245 bytes without blanks, 329 as printed. Only the described design sends and keeps it so.',
    },
    batches: {
      label: 'Batches of a device in an hour',
      unit: 'message/device',
      low: 6,
      likely: 12,
      high: 60,
      basis: 'given',
      why: 'Five minutes of readings together. A dashboard is as old as a batch; a reading over its limit does not wait for one.',
    },
    packedSize: {
      label: 'Size of a reading in a batch',
      unit: 'B/reading',
      low: 12,
      likely: 30,
      high: 90,
      basis: 'estimate',
      why: 'Four values and the time since the last reading, in CBOR. As JSON without names it would be 90.',
    },
    peak: {
      label: 'Busiest minute over the average minute',
      unit: 'ratio',
      low: 1.05,
      likely: 1.2,
      high: 2,
      basis: 'estimate',
      why: 'Every device has a clock of its own, so the load is flat. What was kept while a network was down comes on top of it.',
    },
    overLimit: {
      label: 'Readings over a limit',
      unit: 'ratio',
      low: 0.00001,
      likely: 0.0001,
      high: 0.001,
      basis: 'estimate',
      why: 'A device passes a limit for a few minutes every month or so. A limit that is set too close is ten times as loud.',
    },
    alerts: {
      label: 'Readings over a limit that raise an alert',
      unit: 'ratio',
      low: 0.01,
      likely: 0.05,
      high: 0.2,
      basis: 'estimate',
      why: 'The first of an episode does; the others of the next quarter of an hour belong to it.',
    },
    events: {
      label: 'Events of a device in a day',
      unit: 'event/device',
      low: 6,
      likely: 24,
      high: 96,
      basis: 'estimate',
      why: 'Online, offline, firmware, warnings: one an hour. They travel with the readings and are found in stream processing.',
    },
    eventSize: {
      label: 'Size of an event that is searched',
      unit: 'kB/event',
      low: 0.3,
      likely: 0.5,
      high: 1.5,
      basis: 'estimate',
      why: 'A JSON document with site, model and firmware beside the event itself.',
    },

    // What is kept
    month: {
      label: 'Month of operation that is priced',
      unit: 'month',
      low: 6,
      likely: 12,
      high: 36,
      basis: 'given',
      why: 'The archive never shrinks, so that a monthly cost has a date. Month twelve is what a first year comes to at its end.',
    },
    archivedSize: {
      label: 'Size of a reading in the archive',
      unit: 'B/reading',
      low: 10,
      likely: 20,
      high: 40,
      basis: 'estimate',
      why: 'Parquet by device and time, with zstd: names go, times become differences, values of a device resemble each other. To be measured on a day of real readings.',
    },
    hotDays: {
      label: 'Days that are quick to ask',
      unit: 'day',
      low: 7,
      likely: 7,
      high: 14,
      basis: 'given',
      why: 'Seven days of hot data are stated. Everything older is asked of the archive.',
    },
    rowSize: {
      label: 'Row and index entry of a batch in the metric store',
      unit: 'B/message',
      low: 120,
      likely: 150,
      high: 300,
      basis: 'estimate',
      why: 'Loaded into PostgreSQL 18 with made-up values, a row and its index entry take 134 bytes: a header, site, device and time, and lowest, highest, mean and last of four measures at two or four bytes each. Late rows and pages that are not full take the rest.',
    },
    hotHours: {
      label: 'Hours of the metric store that dashboards keep in memory',
      unit: 'hour',
      low: 3,
      likely: 6,
      high: 24,
      basis: 'estimate',
      why: 'Operators look at the shift that they are in; a week is opened when something has gone wrong.',
    },
    eventDays: {
      label: 'Days that events stay in search',
      unit: 'day',
      low: 7,
      likely: 30,
      high: 90,
      basis: 'estimate',
      why: 'A firmware is rolled out over four weeks, and its faults are looked for in all of them.',
    },
    deviceSize: {
      label: 'Rows and indexes of a device in the registry',
      unit: 'kB/device',
      low: 4,
      likely: 8,
      high: 16,
      basis: 'estimate',
      why: 'Device, site, limits, certificate, last state, a dozen changes of firmware and owner.',
    },

    // What it takes
    recordWork: {
      label: 'Processor time of a record in stream processing',
      unit: 'vCPU-ms/record',
      low: 0.1,
      likely: 0.18,
      high: 0.4,
      basis: 'estimate',
      why: 'Two looks into keyed state on disk, for duplicates and for the window, and one shuffle between tasks. To be replaced by a load test.',
    },
    readingWork: {
      label: 'Processor time of a reading in stream processing',
      unit: 'vCPU-ms/reading',
      low: 0.01,
      likely: 0.02,
      high: 0.05,
      basis: 'estimate',
      why: 'Decoding four values and folding them into a minute. To be replaced by a load test.',
    },
    rowWork: {
      label: 'Processor time of a row in the metric store',
      unit: 'vCPU-ms/message',
      low: 0.08,
      likely: 0.15,
      high: 0.4,
      basis: 'estimate',
      why: 'Copied in hundreds into the partition of the day, with one index and its write-ahead log.',
    },
    queries: {
      label: 'Queries of operators and analysts, for each user',
      unit: 'request/user',
      low: 8,
      likely: 24,
      high: 80,
      basis: 'estimate',
      why: 'Fifty operators at 500,000 users, a third of them at work: eight panels each that refresh twice a minute are twelve million queries.',
    },
    queryWork: {
      label: 'Processor time of a query in the metric store',
      unit: 'vCPU-ms/request',
      low: 10,
      likely: 30,
      high: 100,
      basis: 'estimate',
      why: 'A site has some hundred devices; an hour of them is a thousand rows by index.',
    },
    answerWork: {
      label: 'Processor time of an answer in the history service',
      unit: 'vCPU-ms/request',
      low: 2,
      likely: 5,
      high: 20,
      basis: 'estimate',
      why: 'Go, from rows to JSON, a few hundred points.',
    },
    answerSize: {
      label: 'Size of an answer',
      unit: 'kB/request',
      low: 5,
      likely: 20,
      high: 80,
      basis: 'estimate',
      why: 'A few hundred points, compressed.',
    },
    connectionMemory: {
      label: 'Memory of a connection at a broker of one’s own',
      unit: 'kB/connection',
      low: 20,
      likely: 40,
      high: 80,
      basis: 'estimate',
      why: 'Buffers of TLS, session and subscriptions. It counts only where the broker is not IoT Core.',
    },
  },

  choices: {
    design: {
      label: 'What travels in a message, and where it is kept',
      options: {
        described: 'As described: a reading; Timestream and raw JSON',
        built: 'As built: a batch; PostgreSQL and Parquet',
      },
      taken: 'built',
    },
    broker: {
      label: 'Who runs the broker',
      options: { core: 'AWS, as IoT Core', own: 'we, as an MQTT cluster behind a load balancer' },
      taken: 'core',
    },
    connection: {
      label: 'How long a device stays connected',
      options: { kept: 'always', opened: 'a minute for each batch' },
      taken: 'kept',
    },
    way: {
      label: 'How the private subnets reach AWS',
      options: { endpoints: 'through interface endpoints', gateways: 'through NAT gateways' },
      taken: 'endpoints',
    },
  },

  demand({ users, drivers: d, choices }) {
    const described = choices.design === 'described';
    const devices = users.times(d.devices);
    const readings = devices.times(d.readings).times(MINUTES);
    const overLimit = readings.times(d.overLimit).as('request');
    const batches = devices.times(d.batches).times(HOURS);
    // As described, a rule looks at every reading. In batches, the device knows its limits, and what
    // passes one is sent at once as a message of its own.
    const messages = described
      ? readings.as('message')
      : batches.plus(overLimit.as('message')).called('batches and readings over a limit');
    const messageData = described
      ? readings.times(d.readingSize).in('GB')
      : readings.times(d.packedSize).plus(messages.times(DESIGN.envelope)).in('GB');
    const records = described ? readings.as('record') : batches.as('record');
    const queries = users.times(d.queries);
    const eventData = devices.times(d.events).times(d.eventSize).in('GB').called('events of a day');
    const rows = described ? readings.as('message') : batches;
    return {
      devices,
      readings,
      messages,
      messageData,
      messageSize: messageData.in('kB').per(messages),
      records,
      recordsASecond: records.perSecond(),
      overLimit,
      alerts: overLimit.times(d.alerts),
      queries,
      lookups: devices.times(DESIGN.lookups),
      eventData,
      searchData: eventData.times(d.eventDays.over(DAY)).times(DESIGN.searchOverhead),
      rows,
      metricData: (described ? messageData : batches.times(d.rowSize).in('GB'))
        .times(d.hotDays.over(DAY))
        .times(24 / HOURS),
      archivedMonth: described ? messageData : readings.times(d.archivedSize).in('GB'),
      registryData: devices.times(d.deviceSize).in('GB'),
    };
  },

  sizing({ demand, drivers: d, choices }) {
    const busy = <U extends string>(count: Quantity<U>) => count.times(d.peak).perSecond();
    const writtenAtPeak = busy(demand.messageData).in('MB');
    const shards = sized('Shards', {
      sizes: SHARD,
      of: 'shard',
      carries: {
        records: { demand: busy(demand.records), upTo: 0.8, fix: 'More shards.' },
        written: { demand: writtenAtPeak, upTo: 0.8, fix: 'More shards.' },
        read: { demand: writtenAtPeak, upTo: 0.8, fix: 'More shards.' },
      },
    });
    const units = sized('Processing units', {
      sizes: UNIT,
      of: 'KPU',
      carries: {
        CPU: {
          demand: busyProcessors(
            busy(demand.records)
              .times(d.recordWork)
              .plus(busy(demand.readings).times(d.readingWork)),
          ),
          upTo: 0.8,
          fix: 'A second application, each with half of the devices.',
        },
      },
    });
    const search = sized('Search nodes', {
      sizes: SEARCH,
      least: 3,
      carries: {
        storage: { demand: demand.searchData, upTo: 0.75, fix: 'UltraWarm for all but a week.' },
      },
    });
    const tasks = sized('History tasks', {
      sizes: TASK,
      of: 'task',
      least: 2,
      carries: {
        CPU: {
          demand: busyProcessors(busy(demand.queries).times(d.answerWork)),
          upTo: 0.6,
          fix: 'The service adds tasks.',
        },
      },
    });
    const registryWork = demand.lookups.perSecond().times(DESIGN.lookupWork);
    const registry = sized('Registry', {
      sizes: REGISTRY_CLASSES,
      carries: {
        memory: {
          demand: demand.registryData,
          upTo: 0.75,
          fix: 'Split the registry by customer.',
        },
        connections: {
          demand: sum(
            units.count.times(DESIGN.connectionsOfUnit),
            tasks.count.times(DESIGN.connectionsOfTask),
            DESIGN.connectionsOfAlerts,
          ),
          upTo: 0.9,
          fix: 'PgBouncer in transaction mode.',
        },
        CPU: {
          demand: busyProcessors(registryWork.times(d.peak)),
          upTo: 0.6,
          fix: 'Keep devices longer than an hour in stream processing.',
        },
        sustained: {
          demand: busyProcessors(registryWork),
          upTo: 0.6,
          fix: 'Keep devices longer than an hour in stream processing.',
        },
      },
    });
    const metrics = sized('Metric store', {
      sizes: POSTGRES.slice(1),
      carries: {
        memory: {
          demand: demand.rows
            .times(d.rowSize)
            .times(DESIGN.rowShare)
            .in('GB')
            .times(d.hotHours.over(quantity(HOURS, 'hour')))
            .plus(demand.devices.times(DESIGN.pageOfDevice).in('GB')),
          upTo: 0.75,
          fix: 'A column store, such as ClickHouse, for the same rows.',
        },
        CPU: {
          demand: busyProcessors(
            busy(demand.rows).times(d.rowWork).plus(busy(demand.queries).times(d.queryWork)),
          ),
          upTo: 0.6,
          fix: 'A column store, such as ClickHouse, for the same rows.',
        },
      },
    });
    const connections = demand.devices.as('connection');
    const brokers = sized('Brokers', {
      sizes: BROKER,
      of: 'instance',
      least: 3,
      carries: {
        memory: {
          demand: connections.times(d.connectionMemory).in('GB'),
          // One of three may be lost.
          upTo: 2 / 3,
          fix: 'A second cluster, with half of the devices.',
        },
        CPU: {
          demand: busyProcessors(
            connections
              .times(SECONDS / DESIGN.reconnection)
              .perSecond()
              .times(DESIGN.handshakeWork)
              .plus(busy(demand.messages).times(DESIGN.brokerWork)),
          ),
          upTo: 2 / 3,
          fix: 'A second cluster, with half of the devices.',
        },
      },
    });
    return {
      shards,
      units,
      registry,
      search,
      tasks,
      ...(choices.design === 'built' && { metrics }),
      ...(choices.broker === 'own' && { brokers }),
    };
  },

  flows({ demand, drivers: d, choices }) {
    const route = choices.way === 'endpoints' ? 'endpoint' : 'nat in the region';
    const answers = demand.queries.times(d.answerSize).in('GB');
    return {
      batches: flow({
        from: 'iot.stream',
        to: 'iot.processing',
        route,
        sent: demand.messageData,
      }),
      ...(choices.broker === 'own' && {
        telemetry: flow({
          from: 'iot.broker',
          to: 'iot.stream',
          route,
          sent: demand.messageData,
        }),
      }),
      lookups: flow({
        from: 'iot.processing',
        to: 'iot.registry',
        route: 'between zones',
        returned: demand.lookups.times(DESIGN.lookupReturned).in('GB'),
      }),
      metrics: flow({
        from: 'iot.processing',
        to: 'iot.metrics',
        route: choices.design === 'built' ? 'between zones' : route,
        sent:
          choices.design === 'built' ? demand.rows.times(d.rowSize).in('GB') : demand.messageData,
      }),
      events: flow({
        from: 'iot.processing',
        to: 'iot.search',
        route: 'between zones',
        sent: demand.eventData.times(HOURS / 24),
      }),
      archive: flow({
        from: 'iot.processing',
        to: 'iot.archive',
        route: 'free',
        sent: demand.archivedMonth,
      }),
      points: flow({
        from: 'iot.history',
        to: 'iot.metrics',
        route: 'between zones',
        returned: answers,
      }),
      answers: flow({ from: 'iot.history', to: 'analyst', route: 'internet', sent: answers }),
    };
  },

  components({ demand, sizing, network, drivers: d, choices }) {
    const { shards, units, registry, search, tasks } = sizing;
    const metrics = 'metrics' in sizing ? sizing.metrics : undefined;
    const brokers = 'brokers' in sizing ? sizing.brokers : undefined;
    const described = choices.design === 'described';
    const months = d.month.over(quantity(1, 'month'));
    const zones = quantity(ZONES, 'zone');
    const batches = demand.rows;
    const sizeOf = <U extends string>(count: Quantity<U>) => demand.messageData.in('kB').per(count);

    const executions = (described ? demand.readings.times(2) : demand.messages).as(
      'rule execution',
    );
    const actions = (
      described
        ? demand.readings.times(2).as('action').plus(demand.overLimit.as('action'))
        : demand.messages.as('action')
    ).called('actions of rules');
    const perExecution = sizeOf(demand.messages.as('rule execution'));
    const kept = demand.archivedMonth.times(described ? months : months.atMost(ratio(1)));
    const provisioned = (data: Quantity<'GB'>) =>
      data.times(1.3).atLeast(quantity(20, 'GB')).called('provisioned storage');
    const registryDisk = provisioned(demand.registryData);
    const calls = demand.overLimit;

    return {
      broker: {
        element: 'iot.broker',
        title: 'Message broker',
        group: 'Broker and rules',
        ...(brokers && { runs: [brokers] }),
        lines: brokers
          ? {
              nodes: line('Brokers', `ec2.${brokers.size}`, brokers.running.hours()),
              disks: line(
                'Root volumes of 30 GB',
                'ebs.gp3',
                brokers.running.times(quantity(30, 'GB/instance')).months(),
              ),
              balancer: line('Load balancer', 'nlb.hour', quantity(1, 'NLB').hours()),
              units: line(
                'Capacity units',
                'nlb.nlcu_hour',
                networkCapacityUnits({
                  newConnections: demand.devices.as('connection').perSecond(),
                  activeConnections: demand.devices.as('connection'),
                  processed: demand.messageData.perHour(),
                }).hours(),
              ),
              addresses: line(
                'A public address in each zone',
                'vpc.public_ipv4',
                zones.as('address').hours(),
              ),
            }
          : {
              ...(described && {
                messages: line('Readings, each a message', 'iot.messages', demand.messages, {
                  payload: demand.messageSize,
                }),
              }),
              ...(choices.connection === 'opened' && {
                connects: line('A message to connect, before each batch', 'iot.messages', batches),
              }),
              connections: line(
                choices.connection === 'kept'
                  ? 'Devices, always connected'
                  : 'A minute of connection for each batch',
                'iot.connection_minutes',
                choices.connection === 'kept'
                  ? demand.devices.as('connection-minute').times(MINUTES)
                  : batches.as('connection-minute'),
              ),
              shadows: line(
                'Limits and firmware, to devices and back',
                'iot.shadow_registry_ops',
                demand.devices.times(DESIGN.shadowCalls),
              ),
            },
        limits: brokers
          ? {}
          : {
              connections: limit('IoT Core: devices connected', {
                used: demand.devices,
                of: quantity(1_500_000, 'device'),
                configured: true,
                fix: 'An account has 500,000 until a higher quota is asked for; then a second account.',
              }),
            },
        ...(!(brokers || described) && {
          note: 'Batches take the way past the broker (Basic Ingest), where a message has no price of its own.',
        }),
      },
      rules: {
        element: 'iot.rules',
        title: 'Routing rules',
        group: 'Broker and rules',
        ...(brokers && {
          note: 'The brokers hand over to the stream and to the function themselves.',
        }),
        lines: brokers
          ? {}
          : {
              executions: line(
                described ? 'Two rules look at every reading' : 'A rule for each batch',
                'iot.rules_triggered',
                executions,
                { payload: perExecution },
              ),
              actions: line(
                described
                  ? 'Into the stream, to the archive, to the function'
                  : 'Into the stream, or to the function',
                'iot.rule_actions',
                actions,
                { payload: sizeOf(demand.messages.as('action')) },
              ),
            },
      },
      stream: {
        element: 'iot.stream',
        title: 'Telemetry stream',
        group: 'Stream and processing',
        runs: [shards],
        lines: {
          shards: line('Shards, a day of memory', 'kinesis.shard_hour', shards.running.hours()),
          records: line(
            described ? 'A record for each reading' : 'A record for each batch',
            'kinesis.put_unit',
            demand.records,
            { payload: sizeOf(demand.records) },
          ),
        },
      },
      processing: {
        element: 'iot.processing',
        title: 'Stream processing',
        group: 'Stream and processing',
        runs: [units],
        lines: {
          units: line(
            'Units, and one that coordinates them',
            'flink.kpu_hour',
            units.running.plus(quantity(1, 'KPU')).hours(),
          ),
          state: line(
            'Running state, 50 GB a unit',
            'flink.running_storage',
            units.running.times(quantity(50, 'GB/KPU')).months(),
          ),
        },
      },
      alerting: {
        element: 'iot.alerting',
        title: 'Alert function',
        group: 'Alerts',
        lines: {
          requests: line('Readings over a limit', 'lambda.request', calls),
          work: line(
            '256 MB for 30 ms each',
            'lambda.gb_second_arm',
            gbSeconds(calls, DESIGN.alertTime, DESIGN.alertMemory),
          ),
        },
      },
      notices: {
        element: 'iot.notices',
        title: 'Alert topic',
        group: 'Alerts',
        lines: {
          published: line('Alerts', 'sns.publish', demand.alerts),
          delivered: line(
            'Handed to the message provider',
            'sns.http',
            demand.alerts.as('delivery'),
          ),
        },
      },
      registry: {
        element: 'iot.registry',
        title: 'Device registry',
        group: 'Stores',
        runs: [registry],
        lines: {
          instances: line(
            'Writer, and a standby in another zone',
            `rds.postgres.${registry.size}.multi`,
            registry.running.hours(),
          ),
          storage: line('Storage of both', 'rds.storage.gp3.multi', registryDisk.months()),
        },
      },
      metrics: {
        element: 'iot.metrics',
        title: 'Metric store',
        group: 'Stores',
        ...(metrics && { runs: [metrics] }),
        lines: metrics
          ? {
              instances: line(
                'Writer, and a standby in another zone',
                `rds.postgres.${metrics.size}.multi`,
                metrics.running.hours(),
              ),
              storage: line(
                'Storage of both, a day and more of it free for the next partition',
                'rds.storage.gp3.multi',
                provisioned(demand.metricData).months(),
              ),
            }
          : {
              writes: line(
                'A write for each reading',
                'timestream.write_1kb',
                demand.readings.as('write'),
                {
                  payload: sizeOf(demand.readings.as('write')),
                  closedServiceBecause: CLOSED,
                },
              ),
              memory: line(
                'The last hour, in memory',
                'timestream.memory_store',
                demand.messageData.times(1 / HOURS).hours(),
                { closedServiceBecause: CLOSED },
              ),
              storage: line(
                'Seven days, on disk',
                'timestream.magnetic_store',
                demand.metricData.months(),
                { closedServiceBecause: CLOSED },
              ),
              queries: line(
                'Queries, 10 MB each or more',
                'timestream.query_scan',
                demand.queries.times(DESIGN.scanned).in('GB'),
                { closedServiceBecause: CLOSED },
              ),
            },
        ...(metrics && {
          limits: {
            storage: limit('Metric store: storage autoscaling', {
              used: provisioned(demand.metricData),
              of: quantity(2000, 'GB'),
              configured: true,
              fix: 'Raise max_allocated_storage, or keep fewer days.',
            }),
          },
        }),
      },
      search: {
        element: 'iot.search',
        title: 'Event search',
        group: 'Stores',
        runs: [search],
        lines: {
          nodes: line('Data nodes', `opensearch.${search.size}.search`, search.running.hours()),
          storage: line(
            'Their volumes, a quarter of them free',
            'opensearch.ebs.gp2',
            demand.searchData
              .times(1 / 0.75)
              .atLeast(quantity(60, 'GB'))
              .months(),
          ),
        },
      },
      archive: {
        element: 'iot.archive',
        title: 'Raw archive',
        group: 'Stores',
        lines: {
          recent: line(
            described ? 'Every reading since the first day, as JSON' : 'The last month, as Parquet',
            's3.standard',
            kept.months(),
          ),
          ...(!described && {
            older: line(
              'Every month before it, at once to be had',
              's3.glacier_ir',
              demand.archivedMonth.times(months.beyond(ratio(1))).months(),
            ),
          }),
          files: line(
            'Files of 64 MB',
            's3.requests_tier1',
            demand.archivedMonth.in('MB').over(DESIGN.file).as('request'),
          ),
        },
      },
      dashboards: {
        element: 'iot.dashboards',
        title: 'Dashboards',
        group: 'Dashboards and history',
        lines: {
          processors: line(
            'Grafana in two tasks of half a processor',
            'fargate.vcpu_arm',
            quantity(1, 'vCPU').hours(),
          ),
          memory: line('1 GB each', 'fargate.gb_arm', quantity(2, 'GB').hours()),
        },
      },
      history: {
        element: 'iot.history',
        title: 'History service',
        group: 'Dashboards and history',
        runs: [tasks],
        lines: {
          processors: line(
            'Tasks of half a processor',
            'fargate.vcpu_arm',
            tasks.running.times(quantity(0.5, 'vCPU/task')).hours(),
          ),
          memory: line(
            '1 GB each',
            'fargate.gb_arm',
            tasks.running.times(quantity(1, 'GB/task')).hours(),
          ),
        },
      },
      watching: {
        element: 'iot',
        title: 'What watches the system',
        group: 'Network and watching',
        lines: {
          logs: line(
            'Logs: 20 GB, and 1 kB for each call of the alert function',
            'cloudwatch.logs_ingest',
            quantity(20, 'GB').plus(calls.times(DESIGN.alertLog).in('GB')),
          ),
          metrics: line('Metrics', 'cloudwatch.metric', quantity(300, 'metric').months()),
          alarms: line('Alarms', 'cloudwatch.alarm', quantity(40, 'alarm').months()),
          secrets: line('Secrets', 'secrets.secret', quantity(8, 'secret').months()),
          keys: line('Encryption keys', 'kms.key', quantity(4, 'key').months()),
        },
      },
      network: {
        element: 'iot',
        title: 'Network',
        group: 'Network and watching',
        lines: {
          balancer: line(
            'Load balancer of dashboards and history',
            'alb.hour',
            quantity(1, 'ALB').hours(),
          ),
          addresses: line(
            'A public address in each zone',
            'vpc.public_ipv4',
            zones.as('address').hours(),
          ),
          ...(choices.way === 'endpoints'
            ? {
                endpoints: line(
                  'Seven interface endpoints in each zone',
                  'vpc.endpoint_hour',
                  zones.times(DESIGN.endpoints).hours(),
                ),
                endpointData: line('Through the endpoints', 'vpc.endpoint_gb', network.endpoint),
              }
            : {
                gateways: line(
                  'A NAT gateway in each zone',
                  'nat.hour',
                  zones.as('gateway').hours(),
                ),
                gatewayAddresses: line(
                  'Their addresses',
                  'vpc.public_ipv4',
                  zones.as('address').hours(),
                ),
                processed: line('Through the NAT gateways', 'nat.gb', network.nat),
              }),
          betweenZones: line('Between zones, both sides', 'dt.inter_az', network.betweenZones),
          egress: line('To operators and analysts', 'dt.internet_out', network.internetOut),
        },
      },
    };
  },

  perUnit: ['readings', 'messages', 'devices'],
});
