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
import { clusterOf } from './_cluster.ts';
import { POSTGRES_CLASSES, REDIS, reserved, type Tasks, taskLines, taskSizes } from './_sizes.ts';

const ZONES = 3;

/** Tasks of each service: one in each zone. */
const LEAST = 3;

/** Days and minutes in a month of 730 hours. */
const DAYS = 730 / 24;
const MINUTES = 43_800;

/**
 * What one MSK broker takes in with three copies of everything; estimates, to be load tested. The
 * burstable one has a fifth of its two processors all day, and a sale is no time to run out of credits.
 */
const BROKERS = [
  { name: 't3.small', most: 3, writes: quantity(0.1, 'MB/s') },
  { name: 'm5.large', most: 12, writes: quantity(4, 'MB/s') },
] as const;

/** Nodes of EKS, less what kubelet and DaemonSets take. */
const NODES = [
  { name: 'c6i.large', most: 6, CPU: quantity(1.8, 'vCPU') },
  { name: 'c6i.xlarge', most: Number.POSITIVE_INFINITY, CPU: quantity(3.8, 'vCPU') },
] as const;

/** Workers of Kafka Connect: a JVM, which begins where the services end. */
const CONNECT = taskSizes(2).slice(1);

/** What the design fixes, and a driver therefore is not: steps of the saga, topics, pools. */
const DESIGN = {
  /** A quote, and the order itself. */
  callsOfOrder: quantity(2, 'request/order'),
  /** Created, payment asked for and taken, confirmed, booked, delivered. */
  stepsOfOrder: quantity(6, 'event/order'),
  /** What the saga hears and what it is woken for, for each order that succeeds. */
  sagaEvents: quantity(7, 'event/order'),
  /** Command and two callbacks of the provider. */
  paymentEvents: quantity(3, 'event/order'),
  /** Command, and three of the carrier's messages. */
  shippingEvents: quantity(4, 'event/order'),
  /** Release, refund, failed, told. */
  stepsBack: quantity(4, 'event/order'),
  /** Asked for, accepted, received, refunded. */
  stepsOfReturn: quantity(4, 'event/order'),
  /** The roadmap's eight, and four for what it leaves out: two kinds of command, parcels, returns. */
  topics: 12,
  /** API, inventory, saga, payment, saga; each is followed by a message that waits for its relay. */
  handlersToConfirm: quantity(5, 'request/order'),
  relayWait: quantity(50, 'ms/request', 'a relay that looks ten times a second'),
  /** Of the six topics that most orders pass, and of the others: failures, notices, returns. */
  partitions: quantity(12, 'partition'),
  fewPartitions: quantity(6, 'partition'),
  /** Whoever acts on an event, tracking, and the archive. */
  readers: 3,
  /** To send, and to receive and delete in batches of three, which order groups allow. */
  queueRequests: quantity(5 / 3, 'request/event'),
  /** MaxConns of each task's pool. */
  connectionsOfTask: quantity(8, 'connection/task'),
  querySent: quantity(0.7, 'kB/query'),
  queryReturned: quantity(1.5, 'kB/query'),
  statusSize: quantity(2, 'kB/request'),
  /** To payment provider, carrier and message provider, and as much back. */
  partnerData: quantity(40, 'kB/order'),
  rowsOfProduct: quantity(2, 'kB/product'),
  /** Events as Parquet are a fifth of JSON. An object for each partition and five minutes. */
  archiveShare: 0.2,
  archiveObjects: quantity((6 * 12 + 6 * 6) * 12 * 730, 'request'),
} as const;

export default defineCostModel({
  id: 'order-processing',
  title: 'Order processing',
  system: 'orders',
  user: 'A customer of the storefront who is active in the month.',
  leavesOut:
    'The storefront, staging, the support plan, fees of payment provider and carriers, carriers’ surcharges on text messages, taxes, people.',
  zones: ZONES,

  drivers: {
    // What customers do
    orders: {
      label: 'Orders of a user in a day',
      unit: 'order/user',
      low: 0.1,
      likely: 0.2,
      high: 0.35,
      basis: 'given',
      why: 'The design target: 100,000 orders a day at 500,000 users. That is an order every five days, of a shop for daily needs.',
    },
    peakOrders: {
      label: 'Orders in the busiest minute, for each user',
      unit: 'order/user',
      low: 0.0016,
      likely: 0.0024,
      high: 0.0036,
      basis: 'given',
      why: 'The design target: 1,200 orders a minute at 500,000 users, 17 times the mean of a day.',
    },
    busy: {
      label: 'Share of the month at the busy size',
      unit: 'ratio',
      low: 0.15,
      likely: 0.25,
      high: 0.5,
      basis: 'estimate',
      why: 'Six evening hours, in which the minute of the peak may come at any time: tasks start too slowly to wait for it.',
    },
    lines: {
      label: 'Lines of an order',
      unit: 'event/order',
      low: 1.5,
      likely: 2.5,
      high: 5,
      basis: 'estimate',
      why: 'Each line is a reservation of its own, with an event keyed by its product.',
    },
    failed: {
      label: 'Orders that walk back',
      unit: 'ratio',
      low: 0.01,
      likely: 0.04,
      high: 0.1,
      basis: 'estimate',
      why: 'Cards that are declined, most of them; stock that ran out; parcels that nobody takes.',
    },
    returned: {
      label: 'Orders that come back',
      unit: 'ratio',
      low: 0.02,
      likely: 0.06,
      high: 0.25,
      basis: 'estimate',
      why: 'Daily needs hardly come back; fashion sends a quarter.',
    },
    looks: {
      label: 'Looks at an order',
      unit: 'request/order',
      low: 4,
      likely: 10,
      high: 25,
      basis: 'estimate',
      why: 'The page after checkout asks until the order is confirmed; then two or three visits until the parcel is there.',
    },
    peakLooks: {
      label: 'Busiest hour over the average hour, for looks',
      unit: 'ratio',
      low: 3,
      likely: 5,
      high: 8,
      basis: 'estimate',
      why: 'Evenings, and the day on which most parcels arrive.',
    },

    // What the services do for it
    work: {
      label: 'Processor time of a call or an event',
      unit: 'vCPU-ms/request',
      low: 2.5,
      likely: 5,
      high: 10,
      basis: 'estimate',
      why: 'A Go handler: decode, one transaction, encode. To be replaced by a load test.',
    },
    callTime: {
      label: 'Time that a call or an event is under way',
      unit: 'ms/request',
      low: 20,
      likely: 60,
      high: 150,
      basis: 'estimate',
      why: 'Most of it waits for PostgreSQL; confirmations have two seconds for all steps together.',
    },
    paymentTime: {
      label: 'Time of one capture at the payment provider',
      unit: 'ms/event',
      low: 200,
      likely: 400,
      high: 900,
      basis: 'estimate',
      why: 'A partition waits for it, since the events of an order stay in order. To be measured with the provider.',
    },
    noticeTime: {
      label: 'Time to hand over one notice',
      unit: 'ms/event',
      low: 20,
      likely: 50,
      high: 150,
      basis: 'estimate',
      why: 'One HTTPS call to the message provider on an open connection.',
    },
    reserveTime: {
      label: 'Time of one reservation',
      unit: 'ms/event',
      low: 5,
      likely: 10,
      high: 25,
      basis: 'estimate',
      why: 'Read, update where the version stands, commit to two zones. To be measured on the instance.',
    },
    roundTrip: {
      label: 'Way to the database and back',
      unit: 'ms/event',
      low: 0.5,
      likely: 1,
      high: 2,
      basis: 'estimate',
      why: 'Two of three tasks stand in another zone than the writer. One reservation has three or four of these.',
    },
    hotProduct: {
      label: 'Lines of the busiest minute that want one product',
      unit: 'ratio',
      low: 0.05,
      likely: 0.2,
      high: 0.6,
      basis: 'estimate',
      why: 'The product of the sale. Its reservations come from all partitions and meet in one row.',
    },
    statements: {
      label: 'Statements of an order',
      unit: 'query/order',
      low: 20,
      likely: 30,
      high: 50,
      basis: 'estimate',
      why: 'Each step reads its state and writes state, inbox and outbox in one transaction.',
    },
    statementWork: {
      label: 'Processor time of a statement',
      unit: 'vCPU-ms/query',
      low: 0.3,
      likely: 0.6,
      high: 1.5,
      basis: 'estimate',
      why: 'By primary key, in memory, every second one a write with its log. To be replaced by pg_stat_statements under load.',
    },
    stateMisses: {
      label: 'Looks that Redis does not answer',
      unit: 'ratio',
      low: 0.02,
      likely: 0.05,
      high: 0.2,
      basis: 'estimate',
      why: 'States of a month are in Redis; who looks later, or after a failover, reads PostgreSQL.',
    },

    // What has to be kept
    orderSize: {
      label: 'Rows and indexes of an order',
      unit: 'kB/order',
      low: 6,
      likely: 10,
      high: 20,
      basis: 'estimate',
      why: 'Order, lines, payment, parcel, state of the saga, its audit trail.',
    },
    monthsKept: {
      label: 'Months that orders stay in PostgreSQL',
      unit: 'ratio',
      low: 12,
      likely: 24,
      high: 36,
      basis: 'estimate',
      why: 'Two years for returns and warranty, then the partition of a month is detached.',
    },
    products: {
      label: 'Products in stock',
      unit: 'product',
      low: 20_000,
      likely: 100_000,
      high: 500_000,
      basis: 'estimate',
      why: 'It does not grow with users. One row each.',
    },
    stateSize: {
      label: 'What Redis holds of an order',
      unit: 'kB/order',
      low: 0.5,
      likely: 1.2,
      high: 3,
      basis: 'estimate',
      why: 'State, parcel, last messages, and the overhead of a key; for a month.',
    },

    // Events, messages, telemetry
    eventSize: {
      label: 'Size of an event',
      unit: 'kB/event',
      low: 0.6,
      likely: 1.5,
      high: 4,
      basis: 'estimate',
      why: 'Facts with ids, lines of the order in the first one.',
    },
    notices: {
      label: 'Notices of an order',
      unit: 'event/order',
      low: 2,
      likely: 3,
      high: 5,
      basis: 'given',
      why: 'Confirmed, shipped, delivered.',
    },
    mails: {
      label: 'Mails of an order',
      unit: 'recipient/order',
      low: 1,
      likely: 2,
      high: 4,
      basis: 'estimate',
      why: 'Every order has its confirmation, and most a mail with the parcel’s number. A push tells of the rest.',
    },
    texts: {
      label: 'Text messages of an order',
      unit: 'message part/order',
      low: 0.01,
      likely: 0.033,
      high: 0.2,
      basis: 'given',
      why: 'The published estimate has 100,000 a month, one order in thirty: those without app and mail.',
    },
    pushes: {
      label: 'Pushes of an order',
      unit: 'notification/order',
      low: 1,
      likely: 3,
      high: 6,
      basis: 'estimate',
      why: 'One for each notice, to whoever has the app.',
    },
    retention: {
      label: 'Days that Kafka keeps events, over all topics',
      unit: 'ratio',
      low: 5,
      likely: 8,
      high: 14,
      basis: 'given',
      why: 'Success for seven days, failure for thirty, notices for three. Failures are few.',
    },
    auditMonths: {
      label: 'Months that the archive keeps events',
      unit: 'ratio',
      low: 36,
      likely: 84,
      high: 120,
      basis: 'estimate',
      why: 'An audit trail of all transactions is required; seven years is what commercial law asks for in many places.',
    },
    logLines: {
      label: 'Log written for a call or an event',
      unit: 'kB/request',
      low: 0.5,
      likely: 1,
      high: 3,
      basis: 'estimate',
      why: 'One line with its outcome and one detail, half a kilobyte each.',
    },
    traced: {
      label: 'Orders that are traced',
      unit: 'ratio',
      low: 0.02,
      likely: 0.05,
      high: 0.2,
      basis: 'estimate',
      why: 'Head sampling at 5 %, all steps of an order or none.',
    },
  },

  choices: {
    stream: {
      label: 'What carries the events',
      options: {
        msk: 'Kafka, on MSK',
        kinesis: 'Kinesis on demand, replayed from the archive after a day',
        sqs: 'SNS topics and SQS queues, replayed from the archive',
      },
      taken: 'msk',
    },
    compute: {
      label: 'Where the services run',
      options: { fargate: 'ECS on Fargate', eks: 'EKS on nodes of our own' },
      taken: 'fargate',
    },
    race: {
      label: 'How orders that want one row are settled',
      options: {
        version: 'a version of the row, three tries',
        update: 'one conditional update',
        lock: 'a row lock while it is decided',
      },
      taken: 'version',
    },
  },

  demand({ users, drivers: d, choices }) {
    const ordersOfDay = users.times(d.orders).called('orders in a day');
    const orders = ordersOfDay.times(DAYS).called('orders');
    const orderMinute = users
      .times(d.peakOrders)
      .atLeast(orders.times(1 / MINUTES))
      .called('orders in the busiest minute');
    const back = DESIGN.stepsBack.plus(d.lines);
    const eventsOfOrder = sum(
      DESIGN.stepsOfOrder,
      d.lines,
      d.notices,
      back.times(d.failed),
      DESIGN.stepsOfReturn.times(d.returned),
    ).called('events of an order');

    const events = orders.times(eventsOfOrder);
    const looks = orders.times(d.looks);
    const calls = orders.times(DESIGN.callsOfOrder).plus(looks);
    const handled = sum(calls, events.times(DESIGN.readers).as('request'));
    const eventData = events.times(d.eventSize).in('GB');
    const monthOfOrders = orders.times(d.orderSize).in('GB');
    const stock = d.products.times(DESIGN.rowsOfProduct).in('GB');
    // An update that carries its own condition reads nothing first.
    const statementsOfOrder =
      choices.race === 'update' ? d.statements.minus(d.lines.as('query')) : d.statements;
    const queries = orders
      .times(statementsOfOrder)
      .plus(looks.times(d.stateMisses).times(quantity(1, 'query/request')));
    const ordersAtPeak = orderMinute
      .times(MINUTES)
      .called('orders at the rate of the busiest minute');
    // How long a row is one order's alone: from its read to the commit, or from the update.
    const rowTime = choices.race === 'update' ? d.reserveTime.minus(d.roundTrip) : d.reserveTime;
    const rowBusy = underWay(
      ordersAtPeak.times(d.lines).times(d.hotProduct).perSecond(),
      rowTime,
    ).as('row');
    const hotMinute = orderMinute
      .times(d.lines)
      .times(d.hotProduct)
      .called('reservations of one product in the busiest minute');
    // Another commit within the time between read and update; at the most, and each time anew.
    const lost = rowBusy.over(quantity(1, 'row')).atMost(ratio(1));
    return {
      ordersOfDay,
      orders,
      orderMinute,
      peakOverMean: orderMinute.times(MINUTES).over(orders),
      /** The busiest minute, all month: what its rates are taken from. */
      ordersAtPeak,
      rowBusy,
      hotMinute,
      ...(choices.race === 'version' && {
        triedAgain: hotMinute.times(lost).called('of them, those that try again'),
        refusedWrongly: hotMinute
          .times(lost)
          .times(lost)
          .times(lost)
          .called('of them, those that lose three times'),
      }),
      statementsOfOrder,
      confirmation: DESIGN.handlersToConfirm
        .times(d.callTime.plus(DESIGN.relayWait))
        .plus(quantity(1, 'event/order').times(d.paymentTime))
        .called('from the order to its confirmation'),
      eventsOfOrder,
      events,
      eventData,
      looks,
      calls,
      handled,
      mails: orders.times(d.mails),
      texts: orders.times(d.texts),
      pushes: orders.times(d.pushes),
      queries,
      monthOfOrders,
      storedData: monthOfOrders.times(d.monthsKept).plus(stock).called('stored data'),
      /** The orders of a month are under way or looked at; stock always is. */
      hotData: monthOfOrders.plus(stock).called('hot data'),
      states: orders.times(d.stateSize).in('GB'),
      retained: eventData.times(d.retention.times(1 / DAYS)).called('events in Kafka, one copy'),
      archived: eventData.times(DESIGN.archiveShare),
      logData: handled.times(d.logLines).in('GB'),
      traces: handled.times(quantity(1, 'trace/request')).times(d.traced),
    };
  },

  sizing({ demand, drivers: d, choices }) {
    const fix = 'The autoscaler adds tasks.';
    const tasks = (
      label: string,
      {
        ofOrder = quantity(0, 'request/order'),
        looks = ratio(0),
        sizes = taskSizes(LEAST),
        least = LEAST,
      }: {
        readonly ofOrder?: Quantity<'request/order'>;
        readonly looks?: Quantity<'ratio'>;
        readonly sizes?: ReturnType<typeof taskSizes>;
        readonly least?: number;
      },
    ): Tasks => {
      const browsing = demand.looks.times(looks);
      const busy = demand.ordersAtPeak.times(ofOrder).plus(browsing.times(d.peakLooks)).perSecond();
      const quiet = demand.orders.times(ofOrder).plus(browsing).perSecond();
      const held = quantity(1, 'MB/request');
      return sized(`${label} tasks`, {
        sizes,
        of: 'task',
        least,
        busy: d.busy,
        carries: {
          CPU: {
            demand: busyProcessors(busy.times(d.work)),
            quiet: busyProcessors(quiet.times(d.work)),
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
    const heard = (events: Quantity<'event/order'>) => events.as('request');
    const services = {
      apiTasks: tasks('Order API', { ofOrder: DESIGN.callsOfOrder }),
      sagaTasks: tasks('Order saga', { ofOrder: heard(DESIGN.sagaEvents.plus(d.lines)) }),
      inventoryTasks: tasks('Inventory service', { ofOrder: heard(d.lines) }),
      paymentTasks: tasks('Payment service', { ofOrder: heard(DESIGN.paymentEvents) }),
      shippingTasks: tasks('Shipping service', { ofOrder: heard(DESIGN.shippingEvents) }),
      notificationTasks: tasks('Notification service', { ofOrder: heard(d.notices) }),
      returnsTasks: tasks('Returns service', {
        ofOrder: heard(DESIGN.stepsOfReturn.times(d.returned)),
      }),
      trackingTasks: tasks('Tracking service', {
        ofOrder: heard(demand.eventsOfOrder),
        looks: ratio(1),
      }),
      archiveTasks: tasks('Archive', {
        ofOrder: heard(demand.eventsOfOrder),
        sizes: CONNECT,
        least: 2,
      }),
    };
    const { archiveTasks, ...withDatabase } = services;

    const database = sized('PostgreSQL', {
      sizes: POSTGRES_CLASSES,
      carries: {
        memory: {
          demand: demand.hotData,
          upTo: 0.75,
          fix: 'Stock on an instance of its own: it is the smaller half and the busier one.',
        },
        connections: {
          demand: total(
            'task',
            Object.values(withDatabase).map(({ count }) => count),
          ).times(DESIGN.connectionsOfTask),
          upTo: 0.9,
          fix: 'Smaller pools, or RDS Proxy.',
        },
        CPU: {
          demand: busyProcessors(
            demand.ordersAtPeak.times(demand.statementsOfOrder).perSecond().times(d.statementWork),
          ),
          upTo: 0.6,
          fix: 'Stock on an instance of its own.',
        },
        sustained: {
          demand: busyProcessors(demand.queries.perSecond().times(d.statementWork)),
          upTo: 0.6,
          fix: 'Stock on an instance of its own.',
        },
      },
    });

    const cache = sized('Redis', {
      sizes: REDIS,
      carries: {
        memory: { demand: demand.states, upTo: 0.75, fix: 'Cluster mode: a second shard.' },
      },
    });

    const asked = (when: 'count' | 'quiet') =>
      total(
        'vCPU',
        Object.values(services).map(({ row, [when]: of }) =>
          of.times(quantity(row.CPU.value, 'vCPU/task')),
        ),
      );
    return {
      ...services,
      database,
      cache,
      ...(choices.stream === 'msk' && {
        brokers: sized('Kafka brokers', {
          sizes: BROKERS,
          of: 'broker',
          least: 3,
          carries: {
            writes: {
              demand: demand.ordersAtPeak
                .times(demand.eventsOfOrder)
                .times(d.eventSize)
                .perSecond()
                .in('MB'),
              fix: 'kafka.m5.xlarge brokers.',
            },
          },
        }),
      }),
      ...(choices.compute === 'eks' && {
        nodes: sized('EKS nodes', {
          sizes: NODES,
          least: 3,
          busy: d.busy,
          carries: {
            CPU: {
              demand: asked('count').called('processors asked for'),
              quiet: asked('quiet').called('processors asked for in quiet hours'),
              upTo: 0.9,
              fix: 'The node group grows.',
            },
          },
        }),
      }),
    };
  },

  flows({ demand, choices }) {
    const read = demand.eventData.times(DESIGN.readers);
    const events = choices.stream === 'msk' ? 'between zones' : 'nat in the region';
    const partners = demand.orders.times(DESIGN.partnerData).in('GB');
    return {
      answers: flow({
        from: 'orders.gateway',
        to: 'storefront',
        route: 'internet',
        sent: demand.calls.times(DESIGN.statusSize).in('GB'),
      }),
      produced: flow({
        from: 'orders.saga',
        to: 'orders.events',
        route: events,
        sent: demand.eventData,
      }),
      consumed: flow({
        from: 'orders.events',
        to: 'orders.tracking',
        route: events,
        ...(choices.stream === 'msk' ? { sent: read } : { returned: read }),
      }),
      rows: flow({
        from: 'orders.saga',
        to: 'orders.database',
        route: 'between zones',
        sent: demand.queries.times(DESIGN.querySent).in('GB'),
        returned: demand.queries.times(DESIGN.queryReturned).in('GB'),
      }),
      states: flow({
        from: 'orders.tracking',
        to: 'orders.cache',
        route: 'between zones',
        returned: demand.looks.times(DESIGN.statusSize).in('GB'),
      }),
      partners: flow({
        from: 'orders.payment',
        to: 'paymentProvider',
        route: 'nat',
        sent: partners,
        returned: partners,
      }),
      archived: flow({
        from: 'orders.events',
        to: 'orders.auditLog',
        route: 'free',
        sent: demand.archived,
      }),
      telemetry: flow({
        from: 'orders.gateway',
        to: 'orders.observability',
        route: 'nat in the region',
        sent: demand.logData,
      }),
    };
  },

  components({ demand, sizing, network, drivers: d, choices }) {
    const { database, cache } = sizing;
    const brokers = 'brokers' in sizing ? sizing.brokers : undefined;
    const nodes = 'nodes' in sizing ? sizing.nodes : undefined;
    const asked = total(
      'vCPU',
      [
        sizing.apiTasks,
        sizing.sagaTasks,
        sizing.inventoryTasks,
        sizing.paymentTasks,
        sizing.shippingTasks,
        sizing.notificationTasks,
        sizing.returnsTasks,
        sizing.trackingTasks,
        sizing.archiveTasks,
      ].map((tasks) => reserved(tasks).CPU),
    );
    const cluster = nodes && clusterOf(nodes, asked);
    // On nodes, a service pays for what its pods ask for; the cluster pays for the rest.
    const running = (tasks: Tasks) =>
      cluster ? cluster.shareOf(reserved(tasks).CPU) : taskLines(tasks);
    const service = (element: string, title: string, tasks: Tasks) => ({
      element,
      title,
      group: 'Services',
      runs: [tasks],
      lines: running(tasks),
    });
    const zones = quantity(ZONES, 'zone');
    const provisioned = demand.storedData
      .times(1.5)
      .atLeast(quantity(20, 'GB'))
      .called('provisioned storage');
    const atPeak = demand.ordersAtPeak.perSecond();

    return {
      gateway: {
        element: 'orders.gateway',
        title: 'API gateway',
        group: 'Network',
        lines: {
          balancer: line('Load balancer', 'alb.hour', quantity(1, 'ALB').hours()),
          units: line(
            'Capacity units',
            'alb.lcu_hour',
            capacityUnits({
              newConnections: demand.calls.times(quantity(0.2, 'connection/request')).perSecond(),
              activeConnections: underWay(
                demand.calls.times(quantity(0.2, 'connection/request')).perSecond(),
                quantity(60_000, 'ms/connection'),
              ),
              processed: demand.calls.times(DESIGN.statusSize).in('GB').perHour(),
            }).hours(),
          ),
          firewall: line('Web ACL', 'waf.acl', quantity(1, 'ACL').months()),
          rules: line('Rules and managed groups', 'waf.rule', quantity(6, 'rule').months()),
          inspected: line('Calls inspected', 'waf.request', demand.calls),
          addresses: line(
            'A public address in each zone',
            'vpc.public_ipv4',
            zones.as('address').hours(),
          ),
        },
      },
      api: service('orders.api', 'Order API', sizing.apiTasks),
      saga: service('orders.saga', 'Order saga', sizing.sagaTasks),
      inventory: {
        ...service('orders.inventory', 'Inventory service', sizing.inventoryTasks),
        limits: {
          product: limit('One product: one row, one reservation after another', {
            used: demand.rowBusy,
            of: quantity(1, 'row'),
            fix: 'Split the stock of a sale over several rows, each order taking one of them by its number.',
          }),
        },
      },
      payment: service('orders.payment', 'Payment service', sizing.paymentTasks),
      shipping: service('orders.shipping', 'Shipping service', sizing.shippingTasks),
      notification: {
        ...service('orders.notification', 'Notification service', sizing.notificationTasks),
        note: 'Mails, text messages and pushes are what the message provider bills.',
        lines: {
          ...running(sizing.notificationTasks),
          mails: line('Mails', 'ses.essentials', demand.mails),
          texts: line('Text messages to the US', 'sns.sms_us', demand.texts),
          pushes: line('Pushes', 'sns.mobile_push', demand.pushes),
        },
      },
      returns: service('orders.returns', 'Returns service', sizing.returnsTasks),
      tracking: service('orders.tracking', 'Tracking service', sizing.trackingTasks),
      database: {
        element: 'orders.database',
        title: 'PostgreSQL',
        group: 'Database and cache',
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
        },
        limits: {
          storage: limit('PostgreSQL: storage autoscaling', {
            used: provisioned,
            of: quantity(2048, 'GB'),
            configured: true,
            fix: 'Raise max_allocated_storage, or detach partitions after a year.',
          }),
        },
      },
      cache: {
        element: 'orders.cache',
        title: 'Redis',
        group: 'Database and cache',
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
        element: 'orders.events',
        title: 'Events',
        group: 'Events and archive',
        ...(brokers
          ? {
              runs: [brokers],
              lines: {
                brokers: line(
                  'Brokers, one in each zone',
                  `msk.kafka.${brokers.size}`,
                  brokers.running.hours(),
                ),
                storage: line(
                  'Events in three copies, 60 % full, 100 GB a broker at least',
                  'msk.storage',
                  demand.retained
                    .times(3 / 0.6)
                    .atLeast(brokers.count.times(quantity(100, 'GB/broker')))
                    .months(),
                ),
              },
              limits: {
                payments: limit('Kafka: 12 partitions of payment commands', {
                  used: underWay(atPeak.times(quantity(1, 'event/order')), d.paymentTime).as(
                    'partition',
                  ),
                  of: DESIGN.partitions,
                  fix: 'A successor with 36 partitions, keyed by order.',
                }),
                notices: limit('Kafka: 6 partitions of notices', {
                  used: underWay(atPeak.times(d.notices), d.noticeTime).as('partition'),
                  of: DESIGN.fewPartitions,
                  fix: 'A successor with 24 partitions, keyed by customer.',
                }),
              },
            }
          : { lines: queueLines(choices.stream, demand, d.eventSize) }),
      },
      auditLog: {
        element: 'orders.auditLog',
        title: 'Audit archive',
        group: 'Events and archive',
        runs: [sizing.archiveTasks],
        lines: {
          ...running(sizing.archiveTasks),
          storage: line(
            'Events, a fifth of their size',
            's3.standard',
            demand.archived.times(d.auditMonths).months(),
          ),
          objects: line('Objects written', 's3.requests_tier1', DESIGN.archiveObjects),
        },
      },
      observability: {
        element: 'orders.observability',
        title: 'Observability',
        group: 'Observability',
        lines: {
          logs: line('Logs taken in', 'cloudwatch.logs_ingest', demand.logData),
          logStore: line(
            'Logs kept for 30 days, compressed to 15 %',
            'cloudwatch.logs_storage',
            demand.logData.times(0.15).months(),
          ),
          metrics: line(
            'Twenty metrics of each of eight services, four of each topic',
            'cloudwatch.metric',
            quantity(8 * 20 + DESIGN.topics * 4, 'metric').months(),
          ),
          traces: line('Traces', 'xray.trace_recorded', demand.traces),
          alarms: line('Alarms', 'cloudwatch.alarm', quantity(40, 'alarm').months()),
        },
      },
      network: {
        element: 'orders',
        title: 'Network',
        group: 'Network',
        lines: {
          gateways: line('A NAT gateway in each zone', 'nat.hour', zones.as('gateway').hours()),
          addresses: line('Their addresses', 'vpc.public_ipv4', zones.as('address').hours()),
          processed: line('Through the NAT gateways', 'nat.gb', network.nat),
          betweenZones: line('Between zones, both sides', 'dt.inter_az', network.betweenZones),
          egress: line('To the internet', 'dt.internet_out', network.internetOut),
          zone: line('DNS zone', 'route53.zone', quantity(1, 'zone').months()),
          secrets: line('Secrets', 'secrets.secret', quantity(16, 'secret').months()),
          keys: line('Encryption keys', 'kms.key', quantity(4, 'key').months()),
          images: line('Container images', 'ecr.storage', quantity(15, 'GB').months()),
        },
      },
      ...(nodes &&
        cluster && {
          cluster: {
            element: 'orders',
            title: 'Cluster',
            group: 'Services',
            note: 'What no single service asks for: the control plane, and nodes as far as they are free.',
            runs: [nodes],
            lines: cluster.own(),
          },
        }),
    };
  },

  perUnit: ['orders', 'events'],
});

/** What carries events where it is not Kafka. */
function queueLines(
  stream: 'msk' | 'kinesis' | 'sqs',
  { events, eventData }: { readonly events: Quantity<'event'>; readonly eventData: Quantity<'GB'> },
  eventSize: Quantity<'kB/event'>,
) {
  if (stream === 'kinesis') {
    return {
      streams: line(
        'A stream for each topic',
        'kinesis.ondemand.stream_hour',
        quantity(DESIGN.topics, 'stream').hours(),
      ),
      written: line('Written', 'kinesis.ondemand.gb_in', eventData),
      read: line('Read by three', 'kinesis.ondemand.gb_out', eventData.times(DESIGN.readers)),
    };
  }
  const size = quantity(1, 'event/request').times(eventSize);
  return {
    published: line('Published', 'sns.publish', events.as('request'), { payload: size }),
    queues: line(
      'Sent to three queues each, received and deleted',
      'sqs.fifo',
      events.times(DESIGN.readers).times(DESIGN.queueRequests),
      { payload: size },
    ),
  };
}
