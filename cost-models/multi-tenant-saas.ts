import {
  busyProcessors,
  capacityUnits,
  defineCostModel,
  flow,
  limit,
  line,
  type Quantity,
  quantity,
  ratio,
  sized,
  sum,
  total,
  underWay,
} from 'archfolio/cost';
import { POSTGRES_CLASSES, REDIS, type Tasks, taskLines, taskSizes } from './_sizes.ts';

const ZONES = 3;

/** Tasks of each service, in different zones: one may be lost. */
const LEAST = 2;

/** One tenant's own instance, by price. */
const OWN = [
  { name: 't4g.small', memory: quantity(2, 'GB') },
  { name: 't4g.medium', memory: quantity(4, 'GB') },
  { name: 't4g.large', memory: quantity(8, 'GB') },
  { name: 'm6g.xlarge', memory: quantity(16, 'GB') },
] as const;

/** Keycloak: its sizing guide has 1,250 MB for one instance before anybody signs in. */
const KEYCLOAK = [
  {
    name: '1 vCPU',
    most: Number.POSITIVE_INFINITY,
    CPU: quantity(1, 'vCPU'),
    memory: quantity(2, 'GB'),
  },
] as const;

/** What the design fixes, and a driver therefore is not: shares of the services, pools, quotas. */
const DESIGN = {
  /** Which service answers a call. Of what tenants' systems call, the core takes as much. */
  coreShare: 0.8,
  userShare: 0.13,
  billingShare: 0.03,
  auditShare: 0.03,
  tenantShare: 0.01,
  /** Directory, limits and permissions come from Redis; nothing of a tenant's data does. */
  cacheAnswers: quantity(1, 'kB/request'),
  /** MaxConns of each task's pool. */
  connectionsOfTask: quantity(8, 'connection/task'),
  /** Files of the web app that a browser does not have yet, over all sessions. */
  filesOfSession: quantity(90, 'kB/session'),
  fileRequests: quantity(6, 'request/session'),
  querySent: quantity(0.5, 'kB/query'),
  queryReturned: quantity(3, 'kB/query'),
  /** One entry on the bus, as a fact with ids. */
  eventSize: quantity(1, 'kB/event'),
  /** Billing, integration and audit listen, each with a queue of its own. */
  consumers: 3,
  /** One to put a message in; to receive and to delete it, in batches of ten. */
  queueRequests: quantity(1.2, 'request/event'),
  webhookSize: quantity(2, 'kB/request'),
  /** The archive has an object for every five minutes; entries of JSON shrink to 15 %. */
  archiveObjects: quantity(12 * 730, 'request'),
  archiveShare: 0.15,
  /** Months of entries that PostgreSQL has as well, for the page that searches them. */
  monthsSearched: 3,
  mailsOfTenant: quantity(2, 'recipient/tenant', 'an invoice and a reminder'),
  /** Tables of one tenant. */
  tables: quantity(40, 'table/tenant'),
  /** pg_dump, pg_upgrade and autovacuum walk every table of an instance; an estimate, to be tried. */
  tablesOfInstance: quantity(100_000, 'table'),
  /** One migration after another, in one schema after another. */
  migration: quantity(3, 's/tenant'),
  /** Processor time of one password sign-in: Keycloak's guide has 15 a second for each vCPU. */
  signInWork: quantity(1000 / 15, 'vCPU-ms/sign-in'),
} as const;

/**
 * What of the tenants' use falls on the shared instance, and what of them have an instance each.
 * With instances of their own, directory, plans and invoices stay behind.
 */
const ISOLATION = {
  rows: { shared: ratio(1), own: ratio(0) },
  schemas: { shared: ratio(1), own: ratio(0) },
  tiered: { shared: ratio(0.7), own: ratio(0.05) },
  databases: { shared: ratio(0.02), own: ratio(1) },
} as const;

export default defineCostModel({
  id: 'multi-tenant-saas',
  title: 'Multi-tenant SaaS platform',
  system: 'saas',
  user: 'A member of a tenant who signs in at least once in the month.',
  leavesOut:
    'Staging, the support plan, payment fees, taxes, the audits for SOC 2, people; and people above all where a choice saves by running more.',
  zones: ZONES,

  drivers: {
    // Who works
    tenants: {
      label: 'Tenants for each member',
      unit: 'tenant/user',
      low: 0.0005,
      likely: 0.001,
      high: 0.003,
      basis: 'given',
      why: 'The design target: 500 companies. With a thousand members each they are the 500,000 users of this portfolio; smaller companies mean more of them.',
    },
    sessions: {
      label: 'Sessions of a member in a month',
      unit: 'session/user',
      low: 6,
      likely: 12,
      high: 20,
      basis: 'estimate',
      why: 'A month has 21 working days; some work here every morning and afternoon, most look in every second day.',
    },
    length: {
      label: 'Time that a session is active',
      unit: 'minute/session',
      low: 8,
      likely: 15,
      high: 30,
      basis: 'estimate',
      why: 'From the first call to the last. With the sessions it gives nearly the 10,000 members at once that are required.',
    },
    peak: {
      label: 'Busiest hour over the average hour',
      unit: 'ratio',
      low: 4,
      likely: 4.8,
      high: 7,
      basis: 'estimate',
      why: 'Work fills 195 of 730 hours, which alone is 3.7 times the average; Monday at ten is a quarter above that. Tenants on two continents would flatten it.',
    },
    busy: {
      label: 'Share of the month at the busy size',
      unit: 'ratio',
      low: 0.25,
      likely: 0.3,
      high: 0.5,
      basis: 'estimate',
      why: 'The 195 working hours of a month of 730, and what the autoscaler takes to follow.',
    },

    // What they ask for
    calls: {
      label: 'API calls of a session',
      unit: 'request/session',
      low: 30,
      likely: 60,
      high: 150,
      basis: 'estimate',
      why: 'Four calls a minute: a list, a record, a change, and what the page asks for on its own.',
    },
    systemCalls: {
      label: 'Calls of a tenant’s own systems in a month',
      unit: 'request/tenant',
      low: 50_000,
      likely: 200_000,
      high: 1_000_000,
      basis: 'estimate',
      why: 'Half of the tenants sync every few minutes, some poll; the limiter ends at 100 a second for a tenant.',
    },
    callSize: {
      label: 'Size of an API response',
      unit: 'kB/request',
      low: 4,
      likely: 10,
      high: 20,
      basis: 'estimate',
      why: 'A page of fifty records as compressed JSON. The published estimate has about 5 TB a month to the internet.',
    },
    changes: {
      label: 'Changes of a call',
      unit: 'event/request',
      low: 0.04,
      likely: 0.1,
      high: 0.2,
      basis: 'estimate',
      why: 'One call in ten writes. Every change is an event and an entry of the audit log.',
    },
    webhooks: {
      label: 'Webhooks of a change',
      unit: 'request/event',
      low: 0.1,
      likely: 0.4,
      high: 1.5,
      basis: 'estimate',
      why: 'Less than half of the tenants listen, and retries are in it.',
    },
    signIns: {
      label: 'Sign-ins of a session',
      unit: 'sign-in/session',
      low: 0.2,
      likely: 0.5,
      high: 1,
      basis: 'estimate',
      why: 'A refresh token lasts the working day, so the afternoon does not sign in again.',
    },

    // What the services do for it
    callWork: {
      label: 'Processor time of a call',
      unit: 'vCPU-ms/request',
      low: 2.5,
      likely: 5,
      high: 10,
      basis: 'estimate',
      why: 'A Go handler that checks a token, a limit and a permission, and writes JSON. To be replaced by a load test.',
    },
    callTime: {
      label: 'Time that a call is under way',
      unit: 'ms/request',
      low: 40,
      likely: 90,
      high: 200,
      basis: 'given',
      why: 'The target is 200 ms at the 95th percentile.',
    },
    queries: {
      label: 'Queries of a call',
      unit: 'query/request',
      low: 2,
      likely: 3,
      high: 6,
      basis: 'estimate',
      why: 'Set schema and tenant, read or write, commit; a change writes its outbox row too.',
    },
    queryWork: {
      label: 'Processor time of a query',
      unit: 'vCPU-ms/query',
      low: 0.25,
      likely: 0.45,
      high: 1.2,
      basis: 'estimate',
      why: 'One of three sets schema and tenant and costs next to nothing; the others read or write by index, in memory, and row security adds one comparison. To be replaced by pg_stat_statements under load.',
    },

    // What has to be kept
    memberData: {
      label: 'Rows and indexes of a member',
      unit: 'kB/user',
      low: 4,
      likely: 8,
      high: 20,
      basis: 'estimate',
      why: 'Profile, roles, settings, and those who left within the year.',
    },
    workData: {
      label: 'What a member’s month adds to the database',
      unit: 'kB/user',
      low: 8,
      likely: 16,
      high: 40,
      basis: 'estimate',
      why: 'Seventy changes a month, of which every second is a new row of 400 bytes with its indexes; the entries of the audit log are counted apart.',
    },
    monthsKept: {
      label: 'Months that work stays in the database',
      unit: 'ratio',
      low: 12,
      likely: 36,
      high: 60,
      basis: 'estimate',
      why: 'Business records are kept as long as a contract runs; three years is a usual one.',
    },
    schemaCache: {
      label: 'Memory of a connection for each schema that it has seen',
      unit: 'kB/tenant',
      low: 150,
      likely: 400,
      high: 800,
      basis: 'estimate',
      why: 'PostgreSQL keeps the catalogue entries of every table that a connection has touched: 40 tables with 120 indexes and TOAST tables, 2 to 3 kB each. A pooled connection meets all tenants within its hour. To be measured with pg_backend_memory_contexts.',
    },
    cached: {
      label: 'What Redis holds for a member',
      unit: 'kB/user',
      low: 1,
      likely: 3,
      high: 8,
      basis: 'estimate',
      why: 'Permissions by role, session marks, and a share of the tenant’s directory entry and buckets.',
    },
    entrySize: {
      label: 'Size of an entry of the audit log',
      unit: 'kB/event',
      low: 0.6,
      likely: 1,
      high: 2,
      basis: 'estimate',
      why: 'Who, what, when, from where, and what it was before.',
    },
    auditMonths: {
      label: 'Months that the audit log is kept',
      unit: 'ratio',
      low: 36,
      likely: 84,
      high: 120,
      basis: 'given',
      why: 'Seven years, as tenants’ auditors ask for it; SOC 2 itself looks back one.',
    },

    // Telemetry
    logLines: {
      label: 'Log written for a call, over all services',
      unit: 'kB/request',
      low: 0.5,
      likely: 1.5,
      high: 4,
      basis: 'estimate',
      why: 'Access, outcome and one detail, each with its tenant.',
    },
    tenantMetrics: {
      label: 'Metrics of a tenant',
      unit: 'metric/tenant',
      low: 2,
      likely: 4,
      high: 12,
      basis: 'given',
      why: 'Requests, errors, time and queue by tenant, so that a noisy neighbour has a name. CloudWatch bills each as a metric of its own.',
    },
  },

  choices: {
    isolation: {
      label: 'How tenants are kept apart in the database',
      options: {
        rows: 'one schema, row security alone',
        schemas: 'a schema for each tenant',
        tiered: 'schemas, and an instance for each of the largest 5 %',
        databases: 'an instance for each tenant',
      },
      taken: 'schemas',
    },
    signIn: {
      label: 'Who signs members in',
      options: { cognito: 'Cognito, Essentials', keycloak: 'Keycloak in tasks of our own' },
      taken: 'cognito',
    },
  },

  demand({ users, drivers: d, choices }) {
    const tenants = users.times(d.tenants);
    const sessions = users.times(d.sessions);
    const memberCalls = sessions.times(d.calls);
    const systemCalls = tenants.times(d.systemCalls);
    const calls = memberCalls.plus(systemCalls);
    const changes = calls.times(d.changes);
    const webhooks = changes.times(d.webhooks);
    const queries = calls
      .times(1 - DESIGN.auditShare)
      .times(d.queries)
      .called('queries');

    const memberData = users.times(d.memberData).in('GB');
    const monthOfWork = users.times(d.workData).in('GB');
    const entries = changes.times(d.entrySize).in('GB');
    const storedData = sum(
      memberData,
      monthOfWork.times(d.monthsKept),
      entries.times(DESIGN.monthsSearched),
    ).called('stored data');

    const { shared, own } = ISOLATION[choices.isolation];
    const monthOfAudit = entries.times(DESIGN.archiveShare);
    return {
      tenants,
      sessions,
      membersAtOnce: underWay(sessions.times(d.peak).perSecond(), d.length.in('ms')).called(
        'members at once, in the busiest hour',
      ),
      signIns: sessions.times(d.signIns),
      memberCalls,
      systemCalls,
      calls,
      changes,
      webhooks,
      memberAnswers: memberCalls.times(d.callSize).in('GB'),
      systemAnswers: systemCalls.times(d.callSize).in('GB'),
      files: sessions.times(DESIGN.filesOfSession).in('GB'),
      eventData: changes.times(DESIGN.eventSize).in('GB'),
      webhookData: webhooks.times(DESIGN.webhookSize).in('GB'),
      logData: calls.times(d.logLines).in('GB'),
      queries,
      memberData,
      monthOfWork,
      storedData,
      /** What is read within a month: members, and that month's work. */
      hotData: memberData.plus(monthOfWork).called('hot data'),
      monthOfEntries: entries,
      monthOfAudit,
      auditStore: monthOfAudit.times(d.auditMonths).called('audit archive'),
      cachedData: users.times(d.cached).in('GB'),
      /** Of both kinds of database: what falls on the shared one, and who has one alone. */
      sharedUse: shared,
      ownTenants: tenants.times(own).wholeUp().called('tenants with an instance of their own'),
      schemas: (choices.isolation === 'rows' || choices.isolation === 'databases'
        ? quantity(1, 'tenant', 'one schema for all')
        : tenants.times(own.rest())
      ).called('schemas'),
    };
  },

  sizing({ demand, drivers: d, choices }) {
    const tasks = (
      label: string,
      {
        share = 0,
        events = quantity(0, 'request'),
      }: { share?: number; events?: Quantity<'request'> },
    ): Tasks => {
      const average = demand.calls.times(share).plus(events);
      const [busy, quiet] = [average.times(d.peak).perSecond(), average.perSecond()];
      const held = quantity(1, 'MB/request');
      const fix = 'The autoscaler adds tasks.';
      return sized(`${label} tasks`, {
        sizes: taskSizes(LEAST),
        of: 'task',
        least: LEAST,
        busy: d.busy,
        carries: {
          CPU: {
            demand: busyProcessors(busy.times(d.callWork)),
            quiet: busyProcessors(quiet.times(d.callWork)),
            upTo: 0.7,
            fix,
          },
          memory: {
            demand: underWay(busy, d.callTime).times(held).in('GB'),
            quiet: underWay(quiet, d.callTime).times(held).in('GB'),
            upTo: 0.6,
            fix,
          },
        },
      });
    };
    const heard = demand.changes.as('request');
    const services = {
      coreTasks: tasks('Core service', { share: DESIGN.coreShare }),
      userTasks: tasks('User service', { share: DESIGN.userShare }),
      billingTasks: tasks('Billing service', { share: DESIGN.billingShare, events: heard }),
      tenantTasks: tasks('Tenant service', { share: DESIGN.tenantShare }),
      integrationTasks: tasks('Integration service', { events: heard.plus(demand.webhooks) }),
      auditTasks: tasks('Audit service', { share: DESIGN.auditShare, events: heard }),
    };

    const connections = total(
      'task',
      Object.values(services).map(({ count }) => count),
    ).times(DESIGN.connectionsOfTask);
    // The core alone touches all tables of a tenant. Others touch three or four of the forty.
    const catalogue = services.coreTasks.count
      .times(DESIGN.connectionsOfTask)
      .times(demand.schemas.times(d.schemaCache).in('GB').per(quantity(1, 'connection')))
      .called('catalogue in memory');
    const fix = 'A second instance: the directory says which tenants live where.';
    const database = sized('PostgreSQL', {
      sizes: POSTGRES_CLASSES,
      carries: {
        memory: {
          demand: demand.hotData.times(demand.sharedUse).plus(catalogue),
          upTo: 0.75,
          fix,
        },
        connections: { demand: connections, upTo: 0.9, fix: 'Smaller pools, or RDS Proxy.' },
        CPU: {
          demand: busyProcessors(
            demand.queries.times(demand.sharedUse).times(d.peak).perSecond().times(d.queryWork),
          ),
          upTo: 0.6,
          fix,
        },
        sustained: {
          demand: busyProcessors(
            demand.queries.times(demand.sharedUse).perSecond().times(d.queryWork),
          ),
          upTo: 0.6,
          fix,
        },
      },
    });

    const cache = sized('Redis', {
      sizes: REDIS,
      carries: {
        memory: { demand: demand.cachedData, upTo: 0.75, fix: 'Cluster mode: a second shard.' },
      },
    });

    return {
      ...services,
      database,
      cache,
      ...(hasOwn(choices.isolation) && {
        ownDatabase: sized('One tenant’s own PostgreSQL', {
          sizes: OWN,
          carries: {
            memory: {
              demand: quantity(1, 'tenant')
                .times(demand.hotData.times(demand.sharedUse.rest()).per(demand.ownTenants))
                .called('hot data of one tenant'),
              upTo: 0.5,
              fix: 'The next class for that tenant alone.',
            },
          },
        }),
      }),
      ...(choices.signIn === 'keycloak' && {
        keycloakTasks: sized('Keycloak tasks', {
          sizes: KEYCLOAK,
          of: 'task',
          least: 2,
          carries: {
            CPU: {
              demand: busyProcessors(
                demand.signIns.times(d.peak).perSecond().times(DESIGN.signInWork),
              ),
              upTo: 0.6,
              fix: 'The autoscaler adds tasks.',
            },
          },
        }),
      }),
    };
  },

  flows({ demand }) {
    return {
      files: flow({ from: 'saas.app', to: 'saas.cdn', route: 'free', returned: demand.files }),
      answers: flow({
        from: 'saas.gateway',
        to: 'saas.cdn',
        route: 'free',
        sent: demand.memberAnswers,
      }),
      systems: flow({
        from: 'saas.gateway',
        to: 'tenantSystems',
        route: 'internet',
        sent: demand.systemAnswers,
      }),
      webhooks: flow({
        from: 'saas.integration',
        to: 'tenantSystems',
        route: 'nat',
        sent: demand.webhookData,
      }),
      looked: flow({
        from: 'saas.core',
        to: 'saas.cache',
        route: 'between zones',
        returned: demand.calls.times(DESIGN.cacheAnswers).in('GB'),
      }),
      rows: flow({
        from: 'saas.core',
        to: 'saas.database',
        route: 'between zones',
        sent: demand.queries.times(DESIGN.querySent).in('GB'),
        returned: demand.queries.times(DESIGN.queryReturned).in('GB'),
      }),
      published: flow({
        from: 'saas.core',
        to: 'saas.events',
        route: 'endpoint',
        sent: demand.eventData,
        returned: demand.eventData.times(DESIGN.consumers),
      }),
      archived: flow({
        from: 'saas.audit',
        to: 'saas.auditLog',
        route: 'free',
        sent: demand.monthOfAudit,
      }),
      telemetry: flow({
        from: 'saas.core',
        to: 'saas.observability',
        route: 'endpoint',
        sent: demand.logData,
      }),
    };
  },

  components({ users, demand, sizing, network, drivers: d, choices }) {
    const { coreTasks, userTasks, billingTasks, tenantTasks, integrationTasks, auditTasks } =
      sizing;
    const { database, cache } = sizing;
    const ownDatabase = 'ownDatabase' in sizing ? sizing.ownDatabase : undefined;
    const keycloak = 'keycloakTasks' in sizing ? sizing.keycloakTasks : undefined;
    const service = (element: string, title: string, tasks: Tasks) => ({
      element,
      title,
      group: 'Services',
      runs: [tasks],
      lines: taskLines(tasks),
    });
    const zones = quantity(ZONES, 'zone');
    const sharedData = demand.storedData.times(demand.sharedUse);
    const provisioned = sharedData
      .times(1.5)
      .atLeast(quantity(20, 'GB'))
      .called('provisioned storage');

    return {
      app: {
        element: 'saas.app',
        title: 'Web app',
        group: 'Services',
        note: 'Runs in the member’s browser: what it asks for is billed where it is served.',
        lines: {},
      },
      cdn: {
        element: 'saas.cdn',
        title: 'CDN',
        group: 'Edge and network',
        note: 'Members’ calls pass through it on their way to the load balancer, so that they are billed here.',
        lines: {
          egress: line(
            'Files and answers to members in the US',
            'cloudfront.out_us',
            demand.files.plus(demand.memberAnswers),
          ),
          requests: line(
            'Calls, and requests for files',
            'cloudfront.https_us',
            demand.memberCalls.plus(demand.sessions.times(DESIGN.fileRequests)),
          ),
        },
      },
      gateway: {
        element: 'saas.gateway',
        title: 'API gateway',
        group: 'Edge and network',
        lines: {
          balancer: line('Load balancer', 'alb.hour', quantity(1, 'ALB').hours()),
          units: line(
            'Capacity units',
            'alb.lcu_hour',
            capacityUnits({
              newConnections: demand.sessions.times(quantity(2, 'connection/session')).perSecond(),
              activeConnections: underWay(
                demand.sessions.times(quantity(1, 'connection/session')).perSecond(),
                quantity(300_000, 'ms/connection'),
              ),
              processed: demand.memberAnswers.plus(demand.systemAnswers).perHour(),
            }).hours(),
          ),
          firewall: line('Web ACL', 'waf.acl', quantity(1, 'ACL').months()),
          rules: line('Rules and managed groups', 'waf.rule', quantity(8, 'rule').months()),
          inspected: line('Calls inspected', 'waf.request', demand.calls),
          addresses: line(
            'A public address in each zone',
            'vpc.public_ipv4',
            zones.as('address').hours(),
          ),
        },
      },
      signIn: {
        element: 'identityProvider',
        title: 'Identity provider',
        group: 'Sign-in',
        ...(keycloak
          ? {
              runs: [keycloak],
              lines: {
                processors: line(
                  'Processors of Keycloak',
                  'fargate.vcpu_x86',
                  keycloak.running.times(quantity(1, 'vCPU/task')).hours(),
                ),
                memory: line(
                  'Memory of Keycloak',
                  'fargate.gb_x86',
                  keycloak.running.times(quantity(2, 'GB/task')).hours(),
                ),
                database: line(
                  'Its database, and a standby in another zone',
                  'rds.postgres.t4g.medium.multi',
                  quantity(1, 'instance').hours(),
                ),
                storage: line(
                  'Its storage',
                  'rds.storage.gp3.multi',
                  users.times(quantity(4, 'kB/user')).in('GB').atLeast(quantity(20, 'GB')).months(),
                ),
              },
            }
          : {
              lines: {
                members: line('Members who sign in', 'cognito.essentials', users.as('MAU')),
              },
              limits: {
                signIns: limit('Cognito: sign-ins a second', {
                  used: demand.signIns.times(d.peak).perSecond(),
                  of: quantity(120, 'sign-in/s'),
                  configured: true,
                  fix: 'Ask for a larger quota; each further sign-in a second is billed.',
                }),
              },
            }),
      },
      user: service('saas.user', 'User service', userTasks),
      core: {
        ...service('saas.core', 'Core service', coreTasks),
        limits: {
          members: limit('Members at once: 10,000 are required', {
            used: demand.membersAtOnce,
            of: quantity(10_000, 'session'),
            configured: true,
            fix: 'Agree on a larger number and test for it; tasks are added as they are needed.',
          }),
        },
      },
      billing: {
        ...service('saas.billing', 'Billing service', billingTasks),
        lines: {
          ...taskLines(billingTasks),
          mails: line(
            'Invoices and reminders',
            'ses.essentials',
            demand.tenants.times(DESIGN.mailsOfTenant),
          ),
        },
      },
      tenant: {
        ...service('saas.tenant', 'Tenant service', tenantTasks),
        limits: {
          ...(hasSchemas(choices.isolation) && {
            migration: limit('A migration of every schema within an hour', {
              used: demand.schemas.times(DESIGN.migration),
              of: quantity(3600, 's'),
              fix: 'Four at a time, and code that reads both shapes for a day.',
            }),
          }),
        },
      },
      integration: service('saas.integration', 'Integration service', integrationTasks),
      audit: service('saas.audit', 'Audit service', auditTasks),
      database: {
        element: 'saas.database',
        title: 'PostgreSQL',
        group: 'Database',
        runs: [database],
        lines: {
          instances: line(
            'Writer, and a standby in another zone',
            `rds.postgres.${database.size}.multi`,
            database.running.hours(),
          ),
          storage: line(
            'Storage of both, half of it free for growth',
            'rds.storage.gp3.multi',
            provisioned.months(),
          ),
          copies: line(
            'A copy of the backups in a second region',
            'rds.backup',
            demand.storedData.months(),
          ),
          shipped: line(
            'What brings it there: three bytes of log for each that a month adds',
            'dt.inter_region_us_east_2',
            demand.monthOfWork.plus(demand.monthOfEntries).times(3),
          ),
        },
        limits: {
          storage: limit('PostgreSQL: storage autoscaling', {
            used: provisioned,
            of: quantity(2048, 'GB'),
            configured: true,
            fix: 'Raise max_allocated_storage, or move work of closed years to the archive.',
          }),
          ...(hasSchemas(choices.isolation) && {
            tables: limit('PostgreSQL: tables of all schemas', {
              used: demand.schemas.times(DESIGN.tables),
              of: DESIGN.tablesOfInstance,
              fix: 'A second instance: the directory says which tenants live where.',
            }),
          }),
        },
      },
      ...(ownDatabase && {
        ownDatabases: {
          element: 'saas.database',
          title: 'Databases of single tenants',
          group: 'Database',
          note: 'Sized for the mean tenant of those that have one.',
          runs: [ownDatabase],
          lines: {
            instances: line(
              'Writer and standby for each',
              `rds.postgres.${ownDatabase.size}.multi`,
              demand.ownTenants.times(quantity(1, 'instance/tenant')).hours(),
            ),
            storage: line(
              'Storage of both, 20 GB at least',
              'rds.storage.gp3.multi',
              demand.storedData
                .minus(sharedData)
                .times(1.5)
                .atLeast(demand.ownTenants.times(quantity(20, 'GB/tenant')))
                .months(),
            ),
            secrets: line(
              'A secret for each',
              'secrets.secret',
              demand.ownTenants.times(quantity(1, 'secret/tenant')).months(),
            ),
            alarms: line(
              'Five alarms for each',
              'cloudwatch.alarm',
              demand.ownTenants.times(quantity(5, 'alarm/tenant')).months(),
            ),
          },
        },
      }),
      cache: {
        element: 'saas.cache',
        title: 'Redis',
        group: 'Database',
        runs: [cache],
        lines: {
          nodes: line(
            'A primary, and a replica in another zone',
            `elasticache.redis.${cache.size}`,
            cache.running.times(quantity(2, 'node/instance')).hours(),
          ),
        },
      },
      events: {
        element: 'saas.events',
        title: 'Event bus',
        group: 'Events and audit',
        lines: {
          published: line('Changes published', 'eventbridge.custom', demand.changes, {
            payload: DESIGN.eventSize,
          }),
          queues: line(
            'Queues of the three that listen',
            'sqs.standard',
            demand.changes.times(DESIGN.consumers).times(DESIGN.queueRequests),
          ),
        },
        limits: {
          entries: limit('EventBridge: entries a second', {
            used: demand.changes.times(d.peak).perSecond(),
            of: quantity(10_000, 'event/s'),
            configured: true,
            fix: 'Ask for a larger quota.',
          }),
        },
      },
      auditLog: {
        element: 'saas.auditLog',
        title: 'Audit archive',
        group: 'Events and audit',
        lines: {
          storage: line(
            'Entries, in this region and in a second one',
            's3.standard',
            demand.auditStore.times(2).months(),
          ),
          objects: line(
            'Objects written, in both',
            's3.requests_tier1',
            DESIGN.archiveObjects.times(2),
          ),
          copies: line(
            'Copied to the second region',
            'dt.inter_region_us_east_2',
            demand.monthOfAudit,
          ),
        },
      },
      observability: {
        element: 'saas.observability',
        title: 'Observability',
        group: 'Observability',
        lines: {
          logs: line('Logs taken in', 'cloudwatch.logs_ingest', demand.logData),
          logStore: line(
            'Logs kept for 90 days, compressed to 15 %',
            'cloudwatch.logs_storage',
            demand.logData.times(3 * 0.15).months(),
          ),
          tenants: line(
            'Metrics by tenant',
            'cloudwatch.metric',
            sum(
              demand.tenants.times(d.tenantMetrics),
              quantity(120, 'metric', 'twenty of each service'),
            ).months(),
          ),
          alarms: line('Alarms', 'cloudwatch.alarm', quantity(40, 'alarm').months()),
        },
      },
      network: {
        element: 'saas',
        title: 'Network',
        group: 'Edge and network',
        lines: {
          gateways: line('A NAT gateway in each zone', 'nat.hour', zones.as('gateway').hours()),
          addresses: line('Their addresses', 'vpc.public_ipv4', zones.as('address').hours()),
          processed: line('Through the NAT gateways', 'nat.gb', network.nat),
          endpoints: line(
            'Four interface endpoints in each zone: logs, events, queues, images',
            'vpc.endpoint_hour',
            zones.times(quantity(4, 'endpoint/zone')).hours(),
          ),
          endpointData: line('Through the endpoints', 'vpc.endpoint_gb', network.endpoint),
          betweenZones: line('Between zones, both sides', 'dt.inter_az', network.betweenZones),
          egress: line('To tenants’ own systems', 'dt.internet_out', network.internetOut),
          zone: line('DNS zone', 'route53.zone', quantity(1, 'zone').months()),
          secrets: line('Secrets', 'secrets.secret', quantity(12, 'secret').months()),
          keys: line('Encryption keys', 'kms.key', quantity(4, 'key').months()),
          images: line('Container images', 'ecr.storage', quantity(10, 'GB').months()),
        },
      },
    };
  },

  perUnit: ['tenants', 'calls'],
});

type Isolation = keyof typeof ISOLATION;

/** Whether some tenants have an instance of their own. */
function hasOwn(isolation: Isolation): boolean {
  return isolation === 'tiered' || isolation === 'databases';
}

/** Whether the shared instance has a schema for each tenant on it. */
function hasSchemas(isolation: Isolation): boolean {
  return isolation === 'schemas' || isolation === 'tiered';
}
