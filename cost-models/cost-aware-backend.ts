import {
  busyProcessors,
  capacityUnits,
  defaultConnections,
  defineCostModel,
  flow,
  gbSeconds,
  limit,
  line,
  quantity,
  sized,
  underWay,
} from 'archfolio/cost';

/** More than is ever asked for: a balancer has any number of machines behind it. */
const ENOUGH = Number.MAX_SAFE_INTEGER;

/**
 * What the API finds on a machine: its memory less what the system takes, and where everything is on
 * one machine less Redis, metrics and dashboards, 0.9 GB. `sustained`: what it can do all day; a t3
 * earns CPU credits for 20 % of each of its two vCPUs.
 */
const ONE_MACHINE = [
  { name: 't3.small', ...cores(2, 0.4), memory: quantity(0.7, 'GB') },
  { name: 't3.medium', ...cores(2, 0.4), memory: quantity(2.7, 'GB') },
] as const;
const MACHINES = [
  { name: 't3.small', most: 2, ...cores(2, 0.4), memory: quantity(1.6, 'GB') },
  { name: 't3.medium', most: 2, ...cores(2, 0.4), memory: quantity(3.6, 'GB') },
  { name: 'c6g.large', most: 40, ...cores(2), memory: quantity(3.6, 'GB') },
] as const;

/** One machine in one zone, with everything on it; or two and more in two zones. */
const ZONES = [
  { ...ONE_MACHINE[1], name: 'one zone', visitors: quantity(250_000, 'user') },
  {
    ...cores(ENOUGH),
    name: 'two zones',
    visitors: quantity(ENOUGH, 'user'),
    memory: quantity(ENOUGH, 'GB'),
  },
] as const;

/** RDS for PostgreSQL, by price. `sustained`: 10 % of each vCPU of a t3.micro, 20 % of the others'. */
const POSTGRES = [
  { name: 't3.micro', ...cores(2, 0.2), memory: quantity(1, 'GB') },
  { name: 't3.small', ...cores(2, 0.4), memory: quantity(2, 'GB') },
  { name: 't3.medium', ...cores(2, 0.4), memory: quantity(4, 'GB') },
  { name: 'm6g.large', ...cores(2), memory: quantity(8, 'GB') },
  { name: 'r6g.large', ...cores(2), memory: quantity(16, 'GB') },
  { name: 'r6g.xlarge', ...cores(4), memory: quantity(32, 'GB') },
  { name: 'r6g.2xlarge', ...cores(8), memory: quantity(64, 'GB') },
] as const;
const POSTGRES_CLASSES = POSTGRES.map((row) => ({
  ...row,
  connections: defaultConnections(row.memory),
}));

/** Redis beside the API, or nodes of ElastiCache with the memory that each has for data. */
const CONTAINER = [{ name: 'container', memory: quantity(256, 'MB') }] as const;
const REDIS = [
  { name: 't4g.micro', memory: quantity(512, 'MB') },
  { name: 't4g.small', memory: quantity(1400, 'MB') },
  { name: 't4g.medium', memory: quantity(3160, 'MB') },
  { name: 'm6g.large', memory: quantity(6530, 'MB') },
  { name: 'r6g.large', memory: quantity(13_380, 'MB') },
  { name: 'r6g.xlarge', memory: quantity(26_950, 'MB') },
] as const;

/** Days of a month of 730 hours. */
const DAYS = 730 / 24;

function cores(all: number, sustained = all) {
  return { CPU: quantity(all, 'vCPU'), sustained: quantity(sustained, 'vCPU') };
}

/** What the design fixes, and a driver therefore is not. */
const DESIGN = {
  connectionsOfWorker: quantity(4, 'connection'),
  /** Buffers and rows of a request that is under way. */
  memoryOfRequest: quantity(1, 'MB/request'),
  querySent: quantity(0.3, 'kB/query'),
  queryReturned: quantity(1, 'kB/query'),
  cacheReturned: quantity(1, 'kB/request'),
  paymentData: quantity(4, 'kB/request'),
  functionMemory: quantity(256, 'MB'),
  /** Of the performance guide: ten calls to another company in a second, and a hundred at once. */
  paymentRate: quantity(10, 'request/s'),
};

export default defineCostModel({
  id: 'cost-aware-backend',
  title: 'Cost-aware backend',
  system: 'backend',
  user: 'A festival visitor with a wallet: 500,000 of them make 100,000 requests a day.',
  leavesOut:
    'Fees of the payment provider, the support plan, the runners of the continuous integration, taxes, people.',
  zones: 2,

  drivers: {
    // What visitors do
    requests: {
      label: 'Requests of a user in a day',
      unit: 'request/user',
      low: 0.1,
      likely: 0.2,
      high: 1,
      basis: 'given',
      why: 'The cost challenge assumes 100,000 requests a day, taken at 500,000 users: six in a month, for somebody who goes to one festival of three days in a year and asks some two dozen times on each.',
    },
    peak: {
      label: 'Busiest hour over the average hour',
      unit: 'ratio',
      low: 8,
      likely: 20,
      high: 60,
      basis: 'estimate',
      why: 'A festival is paid for on some evenings of a summer, and everybody pays between two concerts.',
    },
    answerSize: {
      label: 'Size of an answer',
      unit: 'kB/request',
      low: 2,
      likely: 4,
      high: 12,
      basis: 'estimate',
      why: 'A balance and the last twenty transactions as JSON, with headers.',
    },
    changes: {
      label: 'Requests that change a wallet',
      unit: 'ratio',
      low: 0.05,
      likely: 0.15,
      high: 0.4,
      basis: 'estimate',
      why: 'Three looks at the balance before a payment, and two after it. A payment never reads from a cache.',
    },
    topUps: {
      label: 'Requests that top a wallet up',
      unit: 'ratio',
      low: 0.02,
      likely: 0.05,
      high: 0.1,
      basis: 'estimate',
      why: 'One in three of those that change a wallet; each is a call to the payment provider.',
    },
    pushes: {
      label: 'Notices to a user in a month',
      unit: 'notification/user',
      low: 0.2,
      likely: 1,
      high: 4,
      basis: 'estimate',
      why: 'One for each top-up, and the evening that is about to begin.',
    },

    // What an optimisation changes
    requestWork: {
      label: 'Processor time of a request',
      unit: 'vCPU-ms/request',
      low: 0.9,
      likely: 3,
      high: 19,
      basis: 'estimate',
      why: 'The optimisation report of the architecture template measured 104 requests a second at first and 2,201 in the end, on a machine that it does not name. Had that two processors, it was 19 ms and then 0.9 ms. This backend has not been measured.',
    },
    callTime: {
      label: 'Time that a request is under way',
      unit: 'ms/request',
      low: 20,
      likely: 50,
      high: 200,
      basis: 'given',
      why: 'The target of the performance guide for the median, and its critical limit.',
    },
    programMemory: {
      label: 'Memory of the API on a machine',
      unit: 'MB/instance',
      low: 512,
      likely: 1500,
      high: 2048,
      basis: 'estimate',
      why: 'The performance guide wants less than 512 MB and calls 2 GB critical; before anybody looked it is between them. The challenge halves memory, and half of it fits a t3.small.',
    },
    cacheMisses: {
      label: 'Reads that neither memory nor Redis answers',
      unit: 'ratio',
      low: 0.05,
      likely: 0.2,
      high: 0.5,
      basis: 'given',
      why: 'The performance guide wants a hit rate above 80 %, and calls 50 % critical.',
    },
    queries: {
      label: 'Queries of a request that reaches PostgreSQL',
      unit: 'query/request',
      low: 1,
      likely: 2,
      high: 12,
      basis: 'estimate',
      why: 'A wallet with its transactions in one query, or a payment in one transaction. A query for each row would make it a dozen; the challenge aims at 70 % fewer.',
    },
    queryWork: {
      label: 'Processor time of a query',
      unit: 'vCPU-ms/query',
      low: 0.3,
      likely: 0.8,
      high: 3,
      basis: 'estimate',
      why: 'By index, of rows in memory, one in five a write. The performance guide allows 10 ms of waiting for it.',
    },
    pool: {
      label: 'Connections that a machine may have open',
      unit: 'connection/instance',
      low: 20,
      likely: 40,
      high: 100,
      basis: 'given',
      why: 'The performance guide opens a hundred. The db.t3.micro of the cost challenge has 101 for everybody, so two machines take forty each; a hundred each would buy a database two sizes up.',
    },

    // What is kept
    accounts: {
      label: 'Wallets for each user of the month',
      unit: 'wallet/user',
      low: 1,
      likely: 3,
      high: 6,
      basis: 'estimate',
      why: 'Who came last summer and not this one still has a balance.',
    },
    walletSize: {
      label: 'Rows and indexes of a wallet',
      unit: 'kB/wallet',
      low: 0.5,
      likely: 1,
      high: 3,
      basis: 'estimate',
      why: 'Balance, owner, device, tokens.',
    },
    transactionSize: {
      label: 'Rows and indexes of a transaction',
      unit: 'kB/request',
      low: 0.5,
      likely: 1,
      high: 2,
      basis: 'estimate',
      why: 'Both sides of a booking, and two indexes: by wallet and by time.',
    },
    monthsKept: {
      label: 'Months that transactions stay in PostgreSQL',
      unit: 'month',
      low: 12,
      likely: 24,
      high: 60,
      basis: 'estimate',
      why: 'Two summers; accounts that the law asks for are exported.',
    },
    present: {
      label: 'Users whose wallets are in use at one time',
      unit: 'ratio',
      low: 0.02,
      likely: 0.1,
      high: 0.3,
      basis: 'estimate',
      why: 'The visitors of one large festival among all of a month.',
    },
    logLines: {
      label: 'Log of a request',
      unit: 'kB/request',
      low: 0.3,
      likely: 1,
      high: 3,
      basis: 'estimate',
      why: 'Access, outcome, and the queries that were slow.',
    },
  },

  choices: {
    compute: {
      label: 'What runs the API',
      options: {
        machines: 'machines that are always on',
        functions: 'functions that run when they are called',
      },
      taken: 'machines',
    },
    door: {
      label: 'What stands before two machines',
      options: { balancer: 'a load balancer', gateway: 'an HTTP API, billed by request' },
      taken: 'balancer',
    },
  },

  demand({ users, drivers: d }) {
    const requests = users.times(d.requests).times(DAYS);
    const changes = requests.times(d.changes);
    const reads = requests.times(d.changes.rest());
    const missed = reads.times(d.cacheMisses);
    const queries = changes.plus(missed).times(d.queries);
    const present = users.times(d.present);
    const wallets = users.times(d.accounts);
    return {
      requests,
      requestsADay: requests.times(1 / DAYS),
      requestsASecond: requests.perSecond(),
      peakRate: requests.times(d.peak).perSecond(),
      changes,
      topUps: requests.times(d.topUps),
      queries,
      groups: users.times(quantity(1e-4, 'group of 10,000 users/user')),
      answerData: requests.times(d.answerSize).in('GB'),
      storedData: wallets
        .times(d.walletSize)
        .in('GB')
        .plus(
          changes
            .times(d.transactionSize)
            .in('GB')
            .times(d.monthsKept.over(quantity(1, 'month'))),
        ),
      hotData: present
        .times(quantity(1, 'wallet/user'))
        .times(d.walletSize)
        .in('GB')
        .plus(changes.times(d.transactionSize).in('GB')),
      cachedData: present.times(quantity(1, 'wallet/user')).times(d.walletSize).in('MB'),
      logData: requests.times(d.logLines).in('GB'),
    };
  },

  sizing({ users, demand, drivers: d, choices }) {
    const machinesRun = choices.compute === 'machines';
    const underWayAtPeak = underWay(demand.peakRate, d.callTime);
    const onMachines = (machines: number) => ({
      CPU: {
        demand: busyProcessors(demand.peakRate.times(d.requestWork)),
        upTo: 0.7,
        fix: 'Machines of twice the size.',
      },
      sustained: {
        demand: busyProcessors(demand.requestsASecond.times(d.requestWork)),
        upTo: 0.7,
        fix: 'Machines of twice the size.',
      },
      memory: {
        demand: quantity(machines, 'instance')
          .times(d.programMemory)
          .plus(underWayAtPeak.times(DESIGN.memoryOfRequest))
          .in('GB'),
        upTo: 0.8,
        fix: 'Machines with more memory to a processor.',
      },
    });
    // From 250,000 users on an hour without service is a festival that cannot pay. That, and not the
    // load, asks for a second machine; load asks for it where one machine does not carry it.
    const zones = {
      ...sized('Zones', {
        sizes: ZONES,
        carries: {
          visitors: { demand: users, fix: 'A second machine in another zone.' },
          ...(machinesRun && onMachines(1)),
        },
      }),
      // Two zones end nowhere: it is machines and the database that do.
      limits: {},
    };
    const oneZone = zones.size === 'one zone';
    const least = oneZone ? 1 : 2;
    const machines = sized('Machines', {
      sizes: [...(oneZone ? ONE_MACHINE : MACHINES)],
      least,
      carries: onMachines(least),
    });
    const connections = machinesRun
      ? machines.count.times(d.pool)
      : underWayAtPeak.as('connection').wholeUp();
    const work = { fix: 'Read replicas for balances.' };
    const database = sized('PostgreSQL', {
      sizes: POSTGRES_CLASSES,
      carries: {
        memory: {
          demand: demand.hotData,
          upTo: 0.75,
          fix: 'Transactions in an instance of their own.',
        },
        connections: {
          demand: connections.plus(DESIGN.connectionsOfWorker),
          upTo: 0.9,
          fix: 'PgBouncer in transaction mode.',
        },
        CPU: {
          demand: busyProcessors(demand.queries.times(d.peak).perSecond().times(d.queryWork)),
          upTo: 0.6,
          ...work,
        },
        sustained: {
          demand: busyProcessors(demand.queries.perSecond().times(d.queryWork)),
          upTo: 0.6,
          ...work,
        },
      },
    });
    const beside = oneZone && machinesRun;
    const cache = sized('Redis', {
      sizes: [...(beside ? CONTAINER : REDIS)],
      carries: {
        memory: { demand: demand.cachedData, upTo: 0.75, fix: 'Cluster mode: a second shard.' },
      },
    });
    return { zones, database, cache, ...(machinesRun && { machines }) };
  },

  flows({ demand, drivers: d, sizing, choices }) {
    // In one zone nothing crosses a border.
    const route = sizing.zones.size === 'one zone' ? 'free' : 'between zones';
    return {
      answers: flow({
        from: 'backend.balancer',
        to: 'visitor',
        route: 'internet',
        sent: demand.answerData,
      }),
      rows: flow({
        from: 'backend.api',
        to: 'backend.database',
        route,
        sent: demand.queries.times(DESIGN.querySent).in('GB'),
        returned: demand.queries.times(DESIGN.queryReturned).in('GB'),
      }),
      cached: flow({
        from: 'backend.api',
        to: 'backend.cache',
        route,
        returned: demand.requests.times(d.changes.rest()).times(DESIGN.cacheReturned).in('GB'),
      }),
      payments: flow({
        from: 'backend.api',
        to: 'paymentProvider',
        // Machines have public addresses of their own; functions in private subnets have none.
        route: choices.compute === 'functions' ? 'nat' : 'internet',
        sent: demand.topUps.times(DESIGN.paymentData).in('GB'),
        returned: demand.topUps.times(DESIGN.paymentData).in('GB'),
      }),
    };
  },

  components({ users, demand, sizing, network, drivers: d, choices }) {
    const { zones, database, cache } = sizing;
    const machines = 'machines' in sizing ? sizing.machines : undefined;
    const oneZone = zones.size === 'one zone';
    const inZones = zones.count.times(oneZone ? 1 : 2);
    const deployment = oneZone ? 'single' : 'multi';
    const calls = line('Requests', 'apigw.http', demand.requests, { payload: d.answerSize });
    const provisioned = demand.storedData
      .times(1.5)
      .atLeast(quantity(20, 'GB'))
      .called('provisioned storage');
    const door = () => {
      if (!machines) return { calls };
      if (oneZone) {
        return {
          address: line(
            'The machine’s own public address',
            'vpc.public_ipv4',
            inZones.as('address').hours(),
          ),
        };
      }
      if (choices.door === 'gateway') {
        return {
          calls,
          names: line(
            'The zone of names by which it finds the machines',
            'route53.zone',
            zones.count.as('zone').months(),
          ),
        };
      }
      return {
        balancer: line('Load balancer', 'alb.hour', zones.count.as('ALB').hours()),
        units: line(
          'Capacity units',
          'alb.lcu_hour',
          capacityUnits({
            newConnections: demand.requests.times(quantity(1, 'connection/request')).perSecond(),
            activeConnections: underWay(
              demand.requests.times(quantity(1, 'connection/request')).perSecond(),
              quantity(60_000, 'ms/connection'),
            ),
            processed: demand.answerData.perHour(),
          }).hours(),
        ),
        addresses: line(
          'A public address in each zone',
          'vpc.public_ipv4',
          inZones.as('address').hours(),
        ),
      };
    };

    return {
      balancer: {
        element: 'backend.balancer',
        title: 'Front door',
        group: 'Front door and network',
        runs: [zones],
        lines: door(),
      },
      api: {
        element: 'backend.api',
        title: 'API',
        group: 'API and worker',
        ...(machines && { runs: [machines] }),
        lines: machines
          ? {
              machines: line(
                oneZone
                  ? 'The machine, with everything on it'
                  : 'Machines, one in each zone and more',
                `ec2.${machines.size}`,
                machines.running.hours(),
              ),
              disks: line(
                'Root volumes of 20 GB',
                'ebs.gp3',
                machines.running.times(quantity(20, 'GB/instance')).months(),
              ),
              ...(!oneZone && {
                addresses: line(
                  'A public address for each machine',
                  'vpc.public_ipv4',
                  machines.running.times(quantity(1, 'address/instance')).hours(),
                ),
              }),
            }
          : {
              requests: line('Calls', 'lambda.request', demand.requests),
              work: line(
                '256 MB for as long as a request is under way',
                'lambda.gb_second_arm',
                gbSeconds(demand.requests, d.callTime, DESIGN.functionMemory),
              ),
            },
        limits: {
          payments: limit('Payment limiter: calls a second', {
            used: demand.topUps.times(d.peak).perSecond(),
            of: DESIGN.paymentRate,
            configured: true,
            fix: 'Agree on a higher rate with the provider, then raise the limiter.',
          }),
        },
      },
      worker: {
        element: 'backend.worker',
        title: 'Worker',
        group: 'API and worker',
        note: 'It runs where the API runs; only what it sends has a price of its own.',
        lines: {
          pushes: line('Notices', 'sns.mobile_push', users.times(d.pushes)),
        },
      },
      database: {
        element: 'backend.database',
        title: 'PostgreSQL',
        group: 'Database and cache',
        runs: [database],
        lines: {
          instances: line(
            oneZone ? 'One instance' : 'Writer, and a standby in another zone',
            `rds.postgres.${database.size}.${deployment}`,
            database.running.hours(),
          ),
          storage: line(
            'Storage, a third of it free for growth',
            `rds.storage.gp3.${deployment}`,
            provisioned.months(),
          ),
        },
        limits: {
          storage: limit('PostgreSQL: storage autoscaling', {
            used: provisioned,
            of: quantity(100, 'GB'),
            configured: true,
            fix: 'Raise max_allocated_storage, or export older transactions.',
          }),
        },
      },
      cache: {
        element: 'backend.cache',
        title: 'Redis',
        group: 'Database and cache',
        runs: [cache],
        ...(cache.size === 'container' && { note: 'A container on the machine of the API.' }),
        lines:
          cache.size === 'container'
            ? {}
            : {
                nodes: line(
                  'One node; without it answers are slower and not wrong',
                  `elasticache.redis.${cache.size}`,
                  cache.running.times(quantity(1, 'node/instance')).hours(),
                ),
              },
      },
      metrics: {
        element: 'backend.metrics',
        title: 'Metrics',
        group: 'Watching',
        lines: {
          ...(!(oneZone && machines) && {
            machine: line(
              'A t3.small of its own, outlives what it watches',
              'ec2.t3.small',
              quantity(1, 'instance').hours(),
            ),
          }),
          disk: line('Thirty days of samples', 'ebs.gp3', quantity(20, 'GB').months()),
          logs: line('Logs taken in', 'cloudwatch.logs_ingest', demand.logData),
        },
      },
      dashboards: {
        element: 'backend.dashboards',
        title: 'Dashboards',
        group: 'Watching',
        note: 'On the machine of the metrics.',
        lines: {},
      },
      network: {
        element: 'backend',
        title: 'Network and keys',
        group: 'Front door and network',
        lines: {
          ...(!machines && {
            gateways: line('A NAT gateway in each zone', 'nat.hour', inZones.as('gateway').hours()),
            gatewayAddresses: line(
              'Their addresses',
              'vpc.public_ipv4',
              inZones.as('address').hours(),
            ),
            processed: line('Through the NAT gateways', 'nat.gb', network.nat),
          }),
          egress: line('To the internet', 'dt.internet_out', network.internetOut),
          betweenZones: line('Between zones, both sides', 'dt.inter_az', network.betweenZones),
          zone: line('DNS zone', 'route53.zone', quantity(1, 'zone').months()),
          images: line('Container images', 'ecr.storage', quantity(2, 'GB').months()),
          secrets: line('Secrets', 'secrets.secret', quantity(3, 'secret').months()),
        },
      },
    };
  },

  perUnit: ['requests', 'groups'],
});
