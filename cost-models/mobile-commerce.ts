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
import { POSTGRES_CLASSES, REDIS } from './_sizes.ts';

/**
 * What a Kubernetes node of EKS leaves to pods: the instance less what kubelet reserves (70 to 80 m
 * and about 11 MB for each pod that fits) and less four DaemonSets: network, proxy, logs, telemetry.
 * `addresses`: what the network plugin can hold, all interfaces attached. `sustained`: what a node can
 * do all day. A t3.medium earns CPU credits for 20 % of each of its two vCPUs, of which the system takes
 * a tenth of one; it lives on the credits of quiet hours in busy ones, so that the mean must stay below.
 */
const NODES = [
  {
    name: 't3.medium',
    most: 10,
    CPU: quantity(1.8, 'vCPU'),
    sustained: quantity(0.3, 'vCPU'),
    memory: quantity(3.1, 'GB'),
    pods: quantity(13, 'pod'),
    addresses: quantity(18, 'address/instance'),
  },
  {
    name: 'c6i.xlarge',
    most: 30,
    CPU: quantity(3.8, 'vCPU'),
    sustained: quantity(3.8, 'vCPU'),
    memory: quantity(6.6, 'GB'),
    pods: quantity(54, 'pod'),
    addresses: quantity(60, 'address/instance'),
  },
] as const;

/** A pod of any of the services: requests 250 m and 256 MB, of which Go itself takes 64 MB. */
const POD = [
  {
    name: '250m',
    most: Number.POSITIVE_INFINITY,
    CPU: quantity(0.25, 'vCPU'),
    memory: quantity(192, 'MB'),
  },
];
const POD_CPU = quantity(0.25, 'vCPU/pod');
const POD_MEMORY = quantity(256, 'MB/pod');

/** What a Fargate task of 250 m has at the least, and more than a pod asks for. */
const TASK_MEMORY = quantity(0.5, 'GB/pod');

/**
 * Tasks on Fargate, which bills what each asks for while it runs; 20 GB of disk are in it. What the
 * DaemonSets of a node do, the platform's log driver and the service itself do here, within the task.
 */
function taskLines(running: Quantity<'pod'>) {
  return {
    processors: line('Processors of its tasks', 'fargate.vcpu_x86', running.times(POD_CPU).hours()),
    memory: line('Memory of its tasks', 'fargate.gb_x86', running.times(TASK_MEMORY).hours()),
  };
}

/** What one MSK broker takes in with three copies of everything; an estimate, to be load tested. */
const BROKER = [{ name: 'm5.large', most: 12, writes: quantity(4, 'MB/s') }];

const ZONES = 3;

/** Minutes in a month of 730 hours. */
const MINUTES = 43_800;

/** What the design fixes, and a driver therefore is not: calls of a flow, pools, sizes. */
const DESIGN = {
  /** Token, profile, cart, notices. */
  callsOfSession: quantity(4, 'request/session'),
  /** Cart, address, delivery, payment and confirmation, each read and written. */
  callsOfOrder: quantity(12, 'request/order'),
  /** Product pages show stock, lists do not. */
  stockShare: ratio(0.25),
  /** Hold, confirm, ship; release when it fails. */
  stockCallsOfOrder: quantity(4, 'request/order'),
  /** Authorise, capture, two callbacks. */
  paymentCallsOfOrder: quantity(4, 'request/order'),
  /** MaxOpenConns of each pod's pool. */
  connectionsOfPod: quantity(25, 'connection/pod'),
  rowsOfProduct: quantity(20, 'kB/product'),
  cacheOfProduct: quantity(12, 'kB/product'),
  /** Six pictures in four sizes each. */
  imagesOfProduct: quantity(4, 'MB/product'),
  querySent: quantity(0.5, 'kB/query'),
  queryReturned: quantity(2, 'kB/query'),
  /** To the payment provider, and as much back. */
  paymentData: quantity(20, 'kB/order'),
  /** Groups that read every event: notification, search, analytics. */
  consumerGroups: 3,
  /** Consumers of order events, 50 ms an event. */
  orderEventRate: quantity(24 * 20, 'event/s', '24 partitions at 20 events a second'),
};

/** What the second region is for, and how much of the cache it has. */
const SECOND = {
  standby: {
    cacheNodes: 1,
    note: 'It waits with two pods of each service; on the day the replica becomes the writer and nodes are added.',
  },
  active: {
    cacheNodes: 2,
    note: 'Each region is sized for all users, since the other may be lost at the peak.',
  },
} as const;

export default defineCostModel({
  id: 'mobile-commerce',
  title: 'Mobile commerce platform',
  system: 'shop',
  user: 'A shopper who opens the app or the web shop at least once in the month.',
  leavesOut: 'Staging, the support plan, payment fees, taxes, people.',
  zones: ZONES,

  drivers: {
    // What shoppers do
    sessions: {
      label: 'Sessions of a user in a month',
      unit: 'session/user',
      low: 8,
      likely: 16,
      high: 30,
      basis: 'estimate',
      why: 'A visit every second day. A shop that people only search from is nearer 8, one with daily offers nearer 30.',
    },
    webShare: {
      label: 'Sessions in the web shop',
      unit: 'ratio',
      low: 0.25,
      likely: 0.4,
      high: 0.55,
      basis: 'estimate',
      why: 'The app is the main channel, and search engines and links lead to the web. A web page is rendered on a server, an app screen is not.',
    },
    screens: {
      label: 'Screens or pages of a session',
      unit: 'screen/session',
      low: 7,
      likely: 12,
      high: 18,
      basis: 'estimate',
      why: 'Home, a search, two lists, a handful of products, the cart.',
    },
    orders: {
      label: 'Orders of a user in a month',
      unit: 'order/user',
      low: 0.4,
      likely: 1,
      high: 2.5,
      basis: 'estimate',
      why: 'One session in sixteen ends in an order, near 6 %. Groceries order weekly, furniture twice a year.',
    },
    peak: {
      label: 'Busiest hour over the average hour',
      unit: 'ratio',
      low: 4,
      likely: 6,
      high: 10,
      basis: 'estimate',
      why: 'Evenings carry two and a half times the average of one time zone, a sale doubles that and more.',
    },
    saleOrders: {
      label: 'Orders in the busiest minute of a sale, for each user',
      unit: 'order/user',
      low: 0.0016,
      likely: 0.0024,
      high: 0.0036,
      basis: 'given',
      why: 'The design target: 1,200 orders a minute at 500,000 users. It is that of the order processing system, for which 100,000 orders a day were stated; an ordinary evening here has less than a tenth of it. People come to a sale to buy: orders multiply, browsing grows with the busy hour.',
    },
    busy: {
      label: 'Share of the month at the busy size',
      unit: 'ratio',
      low: 0.2,
      likely: 0.3,
      high: 0.5,
      basis: 'estimate',
      why: 'Six evening hours of 24, and the five minutes that the autoscaler waits before it scales in.',
    },

    // What a screen asks for
    calls: {
      label: 'API calls of a screen',
      unit: 'request/screen',
      low: 1.5,
      likely: 2.5,
      high: 5,
      basis: 'estimate',
      why: 'The list or product itself, its price and stock, and sometimes recommendations.',
    },
    callSize: {
      label: 'Size of an API response',
      unit: 'kB/request',
      low: 3,
      likely: 6,
      high: 15,
      basis: 'estimate',
      why: 'A page of twenty products as compressed JSON, with headers.',
    },
    images: {
      label: 'Images of a screen',
      unit: 'image/screen',
      low: 4,
      likely: 8,
      high: 16,
      basis: 'estimate',
      why: 'A list shows eight products before anybody scrolls, a product page a gallery of six.',
    },
    imageMisses: {
      label: 'Images that the device has not cached',
      unit: 'ratio',
      low: 0.4,
      likely: 0.6,
      high: 0.85,
      basis: 'estimate',
      why: 'Shoppers come back to what they saw: four in ten images are on the device already.',
    },
    imageSize: {
      label: 'Size of an image',
      unit: 'kB/image',
      low: 45,
      likely: 80,
      high: 140,
      basis: 'estimate',
      why: 'WebP at the width of a phone, at two to three times its density.',
    },
    pageSize: {
      label: 'Size of a rendered page with its scripts',
      unit: 'kB/screen',
      low: 30,
      likely: 60,
      high: 150,
      basis: 'estimate',
      why: 'HTML of 25 kB on every page, and a bundle of 300 kB that is cached after the first page or two.',
    },
    edgeMisses: {
      label: 'Image requests that the CDN passes on',
      unit: 'ratio',
      low: 0.02,
      likely: 0.06,
      high: 0.2,
      basis: 'estimate',
      why: 'Images never change under one name; what misses is the long tail of the catalogue.',
    },

    // What the services do for it
    callWork: {
      label: 'Processor time of a call',
      unit: 'vCPU-ms/request',
      low: 2.5,
      likely: 5,
      high: 10,
      basis: 'estimate',
      why: 'A Go handler that checks a token, reads Redis, writes JSON. To be replaced by a load test.',
    },
    pageWork: {
      label: 'Processor time of a rendered page',
      unit: 'vCPU-ms/screen',
      low: 20,
      likely: 40,
      high: 80,
      basis: 'estimate',
      why: 'React on a server is an order of magnitude dearer than JSON. To be replaced by a load test.',
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
    cacheMisses: {
      label: 'Catalogue calls that Redis does not answer',
      unit: 'ratio',
      low: 0.05,
      likely: 0.12,
      high: 0.3,
      basis: 'estimate',
      why: 'Entries live for five to fifteen minutes; the popular tenth of the catalogue takes most calls.',
    },
    queries: {
      label: 'Queries of a call that reaches PostgreSQL',
      unit: 'query/request',
      low: 1.5,
      likely: 2.5,
      high: 5,
      basis: 'estimate',
      why: 'A row and its children; checkout writes in one transaction.',
    },
    queryWork: {
      label: 'Processor time of a query',
      unit: 'vCPU-ms/query',
      low: 0.3,
      likely: 0.8,
      high: 2,
      basis: 'estimate',
      why: 'One read by primary key or covering index, of rows in memory: 0.1 to 0.3 ms of executor, as much again to plan and send, and the write-ahead log of the one query in five that writes. No reports and no search run here. To be replaced by pg_stat_statements under load.',
    },

    // What has to be kept
    accounts: {
      label: 'Accounts for each user of the month',
      unit: 'account/user',
      low: 1.5,
      likely: 3,
      high: 6,
      basis: 'estimate',
      why: 'Two of three registered people do not come in a given month; their rows stay.',
    },
    accountSize: {
      label: 'Rows and indexes of an account',
      unit: 'kB/account',
      low: 5,
      likely: 10,
      high: 25,
      basis: 'estimate',
      why: 'Profile, addresses, devices, cart, wish list.',
    },
    orderSize: {
      label: 'Rows and indexes of an order',
      unit: 'kB/order',
      low: 4,
      likely: 8,
      high: 16,
      basis: 'estimate',
      why: 'Order, two or three lines, payment, outbox, audit trail.',
    },
    monthsKept: {
      label: 'Months that orders stay in PostgreSQL',
      unit: 'ratio',
      low: 12,
      likely: 24,
      high: 36,
      basis: 'given',
      why: 'Two years for returns and warranty, then partitions are detached.',
    },
    products: {
      label: 'Products in the catalogue',
      unit: 'product',
      low: 20_000,
      likely: 50_000,
      high: 150_000,
      basis: 'given',
      why: 'It does not grow with users. 20 kB a product in PostgreSQL, 12 kB in Redis, 4 MB of images.',
    },
    sessionSize: {
      label: 'What Redis holds for a user',
      unit: 'kB/user',
      low: 1,
      likely: 4,
      high: 8,
      basis: 'estimate',
      why: 'Session, cart and rate limit, kept for up to thirty days.',
    },

    // Events, messages, telemetry
    orderEvents: {
      label: 'Events of an order',
      unit: 'event/order',
      low: 10,
      likely: 14,
      high: 20,
      basis: 'estimate',
      why: 'As the first draft had them: each step of the saga and its answer, and a notification for half of them. The catalogue of events has fewer, of which one waits for the payment provider for as long as the others together.',
    },
    screenEvents: {
      label: 'Events of a screen',
      unit: 'event/screen',
      low: 0.5,
      likely: 1,
      high: 3,
      basis: 'estimate',
      why: 'A view event for recommendations and stock forecasts.',
    },
    eventSize: {
      label: 'Size of an event',
      unit: 'kB/event',
      low: 0.6,
      likely: 1.5,
      high: 4,
      basis: 'estimate',
      why: 'Facts with ids, not documents; Avro halves it.',
    },
    orderMails: {
      label: 'Mails of an order',
      unit: 'recipient/order',
      low: 2,
      likely: 3,
      high: 4,
      basis: 'given',
      why: 'Confirmed, shipped, delivered.',
    },
    userMails: {
      label: 'Other mails to a user in a month',
      unit: 'recipient/user',
      low: 1,
      likely: 4,
      high: 8,
      basis: 'estimate',
      why: 'A weekly letter, for those who did not opt out.',
    },
    pushes: {
      label: 'Pushes to a user in a month',
      unit: 'notification/user',
      low: 6,
      likely: 15,
      high: 40,
      basis: 'estimate',
      why: 'Order status and an offer every other day.',
    },
    logLines: {
      label: 'Log written for a call, over all services',
      unit: 'kB/request',
      low: 1.5,
      likely: 4,
      high: 10,
      basis: 'estimate',
      why: 'Two services answer a call; each writes access, outcome and two details, half a kilobyte a line.',
    },
    traced: {
      label: 'Calls that are traced',
      unit: 'ratio',
      low: 0.02,
      likely: 0.05,
      high: 0.1,
      basis: 'given',
      why: 'Head sampling at 5 %.',
    },
  },

  choices: {
    orderPeak: {
      label: 'What the order path is sized for',
      options: { sale: 'the minute of a sale', evening: 'the busiest hour of an ordinary day' },
      taken: 'sale',
    },
    compute: {
      label: 'Where the services run',
      options: { eks: 'EKS on nodes of our own', fargate: 'ECS on Fargate' },
      taken: 'eks',
    },
    providerTraffic: {
      label: 'How logs, metrics and traces leave the private subnets',
      options: { nat: 'through the NAT gateways', endpoints: 'through interface endpoints' },
      taken: 'nat',
    },
    regions: {
      label: 'How many regions there are',
      options: {
        one: 'one region',
        standby: 'a warm standby in a second region',
        active: 'two regions at work, stock in one',
      },
      taken: 'one',
    },
  },

  demand({ users, drivers: d, choices }) {
    const sessions = users.times(d.sessions);
    const screens = sessions.times(d.screens);
    const pages = screens.times(d.webShare);
    const orders = users.times(d.orders);
    // Both in a minute: what the average month has in its busiest hour, and what a sale is to have.
    const eveningMinute = orders.times(1 / MINUTES).times(d.peak);
    const saleMinute = users.times(d.saleOrders);
    const orderMinute = (
      choices.orderPeak === 'sale' ? eveningMinute.atLeast(saleMinute) : eveningMinute
    ).called('orders in the busiest minute');

    const catalogueCalls = screens.times(d.calls);
    const accountCalls = sessions.times(DESIGN.callsOfSession);
    const orderCalls = orders.times(DESIGN.callsOfOrder);
    const apiCalls = sum(catalogueCalls, accountCalls, orderCalls);
    const appCalls = apiCalls.times(d.webShare.rest());
    const stockLooks = catalogueCalls.times(DESIGN.stockShare);
    const stockCalls = stockLooks.plus(orders.times(DESIGN.stockCallsOfOrder));
    const paymentCalls = orders.times(DESIGN.paymentCallsOfOrder);
    const allCalls = sum(apiCalls, stockCalls, paymentCalls);

    const images = screens.times(d.images).times(d.imageMisses);
    const orderEvents = orders.times(d.orderEvents);
    const events = orderEvents.plus(screens.times(d.screenEvents));
    const mails = orders.times(d.orderMails).plus(users.times(d.userMails));
    // What an order asks for always reaches the database; stock is never sold from a cache.
    const browseQueries = sum(
      catalogueCalls.times(d.cacheMisses),
      accountCalls,
      stockLooks.times(d.cacheMisses),
    ).times(d.queries);
    const queriesOfOrder = sum(
      DESIGN.callsOfOrder,
      DESIGN.stockCallsOfOrder,
      DESIGN.paymentCallsOfOrder,
    ).times(d.queries);
    const queries = browseQueries.plus(orders.times(queriesOfOrder));

    const { products } = d;
    const accountData = users.times(d.accounts).times(d.accountSize).in('GB');
    const activeData = users.times(quantity(1, 'account/user')).times(d.accountSize).in('GB');
    const monthOfOrders = orders.times(d.orderSize).in('GB');
    const catalogueData = products.times(DESIGN.rowsOfProduct).in('GB');

    const storedData = sum(accountData, monthOfOrders.times(d.monthsKept), catalogueData);
    // A full copy, and the write-ahead log of a week: three bytes for each byte of a new order.
    const backupData = storedData.plus(monthOfOrders.times((7 / 30) * 3));

    return {
      sessions,
      screens,
      pages,
      orders,
      eveningMinute,
      saleMinute,
      saleFactor: saleMinute.over(eveningMinute),
      orderMinute,
      catalogueCalls,
      accountCalls,
      orderCalls,
      apiCalls,
      appCalls,
      stockLooks,
      stockCalls,
      paymentCalls,
      allCalls,
      images,
      imageData: images.times(d.imageSize).in('GB'),
      pageData: pages.times(d.pageSize).in('GB'),
      callData: apiCalls.times(d.callSize).in('GB'),
      orderEvents,
      events,
      eventDataAtPeak: orderMinute
        .times(MINUTES)
        .times(d.orderEvents)
        .plus(screens.times(d.screenEvents).times(d.peak))
        .times(d.eventSize)
        .in('GB'),
      eventData: events.times(d.eventSize).in('GB'),
      mails,
      pushes: users.times(d.pushes),
      queries,
      queriesAtPeak: browseQueries
        .times(d.peak)
        .plus(orderMinute.times(MINUTES).times(queriesOfOrder)),
      storedData,
      backupData,
      hotData: sum(activeData, monthOfOrders, catalogueData),
      cachedData: products
        .times(DESIGN.cacheOfProduct)
        .in('GB')
        .plus(users.times(d.sessionSize).in('GB')),
      imageStore: products.times(DESIGN.imagesOfProduct).in('GB'),
      logData: allCalls.times(d.logLines).in('GB'),
      traces: allCalls.times(quantity(1, 'trace/request')).times(d.traced),
    };
  },

  sizing({ demand, drivers: d, choices }) {
    const means: Quantity<'vCPU'>[] = [];
    const ordersAtPeak = demand.orderMinute.times(MINUTES);
    const none = quantity(0, 'request/order');
    const replicas = (
      label: string,
      {
        browsing = quantity(0, 'request'),
        ofOrder = none,
      }: {
        readonly browsing?: Quantity<'request'>;
        readonly ofOrder?: Quantity<'request/order'>;
      },
      work: Quantity<'vCPU-ms/request'> = d.callWork,
    ) => {
      const average = browsing.plus(demand.orders.times(ofOrder)).perSecond();
      const busy = browsing.times(d.peak).plus(ordersAtPeak.times(ofOrder)).perSecond();
      means.push(busyProcessors(average.times(work)));
      const held = quantity(1, 'MB/request');
      return sized(`${label} pods`, {
        sizes: POD,
        of: 'pod',
        least: 2,
        busy: d.busy,
        carries: {
          CPU: {
            demand: busyProcessors(busy.times(work)),
            quiet: busyProcessors(average.times(work)),
            upTo: 0.7,
            fix: 'The autoscaler adds pods.',
          },
          memory: {
            demand: underWay(busy, d.callTime).times(held),
            quiet: underWay(average, d.callTime).times(held),
            upTo: 0.8,
            fix: 'The autoscaler adds pods.',
          },
        },
      });
    };
    const pageWork = quantity(1, 'screen/request').times(d.pageWork);
    const services = {
      userPods: replicas('User service', { browsing: demand.accountCalls }),
      cataloguePods: replicas('Catalogue service', { browsing: demand.catalogueCalls }),
      orderPods: replicas('Order service', { ofOrder: DESIGN.callsOfOrder }),
      inventoryPods: replicas('Inventory service', {
        browsing: demand.stockLooks,
        ofOrder: DESIGN.stockCallsOfOrder,
      }),
      paymentPods: replicas('Payment service', { ofOrder: DESIGN.paymentCallsOfOrder }),
      notificationPods: replicas('Notification service', { ofOrder: d.orderEvents.as('request') }),
    };
    const webPods = replicas('Web shop', { browsing: demand.pages.as('request') }, pageWork);

    const withDatabase = total(
      'pod',
      Object.values(services).map(({ count }) => count),
    );
    const busyPods = withDatabase.plus(webPods.count).called('pods');
    const quietPods = total(
      'pod',
      [...Object.values(services), webPods].map(({ quiet }) => quiet),
    ).called('pods in quiet hours');
    const system = quantity(6, 'pod', 'DNS, ingress, autoscaler, metrics');
    const nodes = sized('EKS nodes', {
      sizes: NODES,
      least: 2,
      busy: d.busy,
      carries: {
        CPU: {
          demand: busyPods.times(POD_CPU),
          quiet: quietPods.times(POD_CPU),
          fix: 'A second node group of c6i.2xlarge.',
        },
        sustained: {
          demand: total('vCPU', means).called('processors kept busy, all day'),
          fix: 'A second node group of c6i.2xlarge.',
        },
        memory: {
          demand: busyPods.times(POD_MEMORY).in('GB'),
          quiet: quietPods.times(POD_MEMORY).in('GB'),
          fix: 'Nodes with more memory to a processor.',
        },
        pods: {
          demand: busyPods.plus(system),
          quiet: quietPods.plus(system),
          fix: 'Prefix delegation in the network plugin.',
        },
      },
    });

    const database = sized('PostgreSQL', {
      sizes: POSTGRES_CLASSES,
      carries: {
        memory: {
          demand: demand.hotData,
          upTo: 0.75,
          fix: 'Orders on an instance of their own.',
        },
        connections: {
          demand: withDatabase.times(DESIGN.connectionsOfPod),
          upTo: 0.9,
          fix: 'PgBouncer in transaction mode.',
        },
        CPU: {
          demand: busyProcessors(demand.queriesAtPeak.perSecond().times(d.queryWork)),
          upTo: 0.6,
          fix: 'Read replicas for the catalogue.',
        },
        sustained: {
          demand: busyProcessors(demand.queries.perSecond().times(d.queryWork)),
          upTo: 0.6,
          fix: 'Read replicas for the catalogue.',
        },
      },
    });

    const cache = sized('Redis', {
      sizes: REDIS,
      carries: {
        memory: { demand: demand.cachedData, upTo: 0.75, fix: 'Cluster mode: a second shard.' },
      },
    });

    const brokers = sized('Kafka brokers', {
      sizes: BROKER,
      of: 'broker',
      least: 3,
      carries: {
        writes: {
          demand: demand.eventDataAtPeak.perSecond().in('MB'),
          fix: 'kafka.m5.xlarge brokers.',
        },
      },
    });

    return choices.compute === 'eks'
      ? { ...services, webPods, nodes, database, cache, brokers }
      : { ...services, webPods, database, cache, brokers };
  },

  flows({ demand, drivers: d, choices }) {
    const telemetry = choices.providerTraffic === 'nat' ? 'nat in the region' : 'endpoint';
    const inside = demand.stockCalls.plus(demand.paymentCalls).times(d.callSize).in('GB');
    return {
      answers: flow({
        from: 'shop.gateway',
        to: 'shop.app',
        route: 'internet',
        sent: demand.appCalls.times(d.callSize).in('GB'),
      }),
      pages: flow({ from: 'shop.web', to: 'shop.cdn', route: 'free', sent: demand.pageData }),
      rendering: flow({
        from: 'shop.web',
        to: 'shop.catalogue',
        route: 'between zones',
        returned: demand.callData.times(d.webShare),
      }),
      calls: flow({
        from: 'shop.catalogue',
        to: 'shop.inventory',
        route: 'between zones',
        returned: inside,
      }),
      cached: flow({
        from: 'shop.catalogue',
        to: 'shop.cache',
        route: 'between zones',
        returned: demand.callData,
      }),
      rows: flow({
        from: 'shop.order',
        to: 'shop.database',
        route: 'between zones',
        sent: demand.queries.times(DESIGN.querySent).in('GB'),
        returned: demand.queries.times(DESIGN.queryReturned).in('GB'),
      }),
      produced: flow({
        from: 'shop.order',
        to: 'shop.events',
        route: 'between zones',
        sent: demand.eventData,
      }),
      consumed: flow({
        from: 'shop.events',
        to: 'shop.notification',
        route: 'between zones',
        sent: demand.eventData.times(DESIGN.consumerGroups),
      }),
      telemetry: flow({
        from: 'shop.order',
        to: 'shop.observability',
        route: telemetry,
        sent: demand.logData,
      }),
      payments: flow({
        from: 'shop.payment',
        to: 'paymentProvider',
        route: 'nat',
        sent: demand.orders.times(DESIGN.paymentData).in('GB'),
        returned: demand.orders.times(DESIGN.paymentData).in('GB'),
      }),
    };
  },

  components({ demand, sizing, network, drivers: d, choices }) {
    const { database, cache, brokers, webPods } = sizing;
    const nodes = 'nodes' in sizing ? sizing.nodes : undefined;
    const { userPods, cataloguePods, orderPods, inventoryPods, paymentPods } = sizing;
    const { notificationPods } = sizing;
    const services = [
      userPods,
      cataloguePods,
      orderPods,
      inventoryPods,
      paymentPods,
      notificationPods,
      webPods,
    ];
    const count = total(
      'pod',
      services.map((pods) => pods.count),
    );
    const runningPods = total(
      'pod',
      services.map((pods) => pods.running),
    ).called('pods, on average');

    // A service pays for the part of the nodes that its pods ask for; the cluster pays for the rest.
    const asked = runningPods.times(POD_CPU);
    const cluster = nodes && clusterOf(nodes, asked);
    const computeOf = (pods: typeof userPods) =>
      cluster ? cluster.shareOf(pods.running.times(POD_CPU)) : taskLines(pods.running);
    const service = (element: string, title: string, pods: typeof userPods) => ({
      element,
      title,
      group: 'Services',
      runs: [pods],
      lines: computeOf(pods),
    });
    const spare = quantity(services.length * 2, 'pod', 'two of each service');
    const zones = quantity(ZONES, 'zone');
    const provisioned = demand.storedData
      .times(1.5)
      .atLeast(quantity(20, 'GB'))
      .called('provisioned storage');

    return {
      app: {
        element: 'shop.app',
        title: 'Mobile app',
        group: 'Services',
        note: 'Runs on the shopper’s phone: what it asks for is billed where it is served.',
        lines: {},
      },
      web: service('shop.web', 'Web shop', webPods),
      cdn: {
        element: 'shop.cdn',
        title: 'CDN',
        group: 'CDN and network',
        lines: {
          egress: line(
            'Images and pages to shoppers in the US',
            'cloudfront.out_us',
            demand.imageData.plus(demand.pageData),
          ),
          requests: line(
            'Requests for images and pages',
            'cloudfront.https_us',
            demand.images.as('request').plus(demand.pages.as('request')),
          ),
        },
      },
      gateway: {
        element: 'shop.gateway',
        title: 'API gateway',
        group: 'CDN and network',
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
              processed: demand.appCalls.times(d.callSize).in('GB').plus(demand.pageData).perHour(),
            }).hours(),
          ),
          firewall: line('Web ACL', 'waf.acl', quantity(1, 'ACL').months()),
          rules: line('Rules and managed groups', 'waf.rule', quantity(6, 'rule').months()),
          inspected: line(
            'Requests inspected',
            'waf.request',
            demand.appCalls.plus(demand.pages.as('request')),
          ),
          addresses: line(
            'A public address in each zone',
            'vpc.public_ipv4',
            zones.as('address').hours(),
          ),
        },
      },
      user: service('shop.user', 'User service', userPods),
      catalogue: service('shop.catalogue', 'Catalogue service', cataloguePods),
      order: service('shop.order', 'Order service', orderPods),
      inventory: service('shop.inventory', 'Inventory service', inventoryPods),
      payment: service('shop.payment', 'Payment service', paymentPods),
      notification: {
        element: 'shop.notification',
        title: 'Notification service',
        group: 'Services',
        runs: [notificationPods],
        lines: {
          ...computeOf(notificationPods),
          mails: line('Mails', 'ses.essentials', demand.mails),
          pushes: line('Pushes', 'sns.mobile_push', demand.pushes),
        },
      },
      database: {
        element: 'shop.database',
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
          backups: line(
            'Seven days of backups, beyond what is free',
            'rds.backup',
            demand.backupData.beyond(provisioned).months(),
          ),
          copies: line('Snapshots in a second region', 'rds.backup', demand.storedData.months()),
          replicated: line(
            'Log of the database: three bytes for each byte of a month’s orders',
            'dt.inter_region_us_east_2',
            demand.orders.times(d.orderSize).in('GB').times(3),
          ),
        },
        limits: {
          storage: limit('PostgreSQL: storage autoscaling', {
            used: provisioned,
            of: quantity(500, 'GB'),
            configured: true,
            fix: 'Raise max_allocated_storage, or detach order partitions after a year.',
          }),
        },
      },
      cache: {
        element: 'shop.cache',
        title: 'Redis',
        group: 'Streams and cache',
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
        element: 'shop.events',
        title: 'Kafka',
        group: 'Streams and cache',
        runs: [brokers],
        lines: {
          brokers: line('Brokers, one in each zone', 'msk.kafka.m5.large', brokers.running.hours()),
          storage: line(
            'A week of events in three copies, 60 % full',
            'msk.storage',
            demand.eventData
              .times((7 / 30) * (3 / 0.6))
              .atLeast(quantity(300, 'GB'))
              .months(),
          ),
        },
        limits: {
          partitions: limit('Kafka: 24 partitions of order events', {
            used: demand.orderMinute.times(MINUTES).times(d.orderEvents).perSecond(),
            of: DESIGN.orderEventRate,
            fix: '48 partitions, keyed by order.',
          }),
        },
      },
      media: {
        element: 'shop.media',
        title: 'Image store',
        group: 'CDN and network',
        lines: {
          storage: line('Images in four sizes', 's3.standard', demand.imageStore.months()),
          copies: line('Images in a second region', 's3.standard', demand.imageStore.months()),
          reads: line(
            'Reads by the CDN',
            's3.requests_tier2',
            demand.images.times(d.edgeMisses).as('request'),
          ),
        },
      },
      observability: {
        element: 'shop.observability',
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
            'Samples: 400 series of a pod, 1,000 of a node, one a minute',
            'prometheus.sample',
            sum(
              runningPods.times(quantity(400 * 43_800, 'sample/pod')),
              nodes?.running.times(quantity(1000 * 43_800, 'sample/instance')) ??
                quantity(0, 'sample'),
            ),
          ),
          traces: line('Traces', 'xray.trace_recorded', demand.traces),
          dashboards: line(
            'Engineers with dashboards',
            'grafana.editor',
            quantity(5, 'editor').months(),
          ),
          alarms: line('Alarms', 'cloudwatch.alarm', quantity(40, 'alarm').months()),
        },
      },
      network: {
        element: 'shop',
        title: 'Network',
        group: 'CDN and network',
        lines: {
          gateways: line('A NAT gateway in each zone', 'nat.hour', zones.as('gateway').hours()),
          addresses: line('Their addresses', 'vpc.public_ipv4', zones.as('address').hours()),
          processed: line('Through the NAT gateways', 'nat.gb', network.nat),
          ...(choices.providerTraffic === 'endpoints' && {
            endpoints: line(
              'Five interface endpoints in each zone',
              'vpc.endpoint_hour',
              zones.times(quantity(5, 'endpoint/zone')).hours(),
            ),
            endpointData: line('Through the endpoints', 'vpc.endpoint_gb', network.endpoint),
          }),
          betweenZones: line('Between zones, both sides', 'dt.inter_az', network.betweenZones),
          egress: line('To the internet', 'dt.internet_out', network.internetOut),
          zone: line('DNS zone', 'route53.zone', quantity(1, 'zone').months()),
        },
        limits: {
          addresses: limit('Private addresses: a /24 in each zone', {
            used: (nodes?.count.times(nodes.row.addresses) ?? count.as('address')).plus(
              quantity(20, 'address', 'database, cache, brokers, balancer'),
            ),
            of: quantity(251 * ZONES, 'address'),
            fix: 'A second range for pods, 100.64.0.0/16.',
          }),
        },
      },
      cluster: {
        element: 'shop',
        title: 'Cluster',
        group: 'Services',
        note: nodes
          ? 'What no service asks for: the control plane, node capacity that is free or the system’s own.'
          : 'What no single service asks for. A cluster of ECS has no fee.',
        runs: nodes ? [nodes] : [],
        lines: {
          ...cluster?.own(),
          images: line('Container images', 'ecr.storage', quantity(20, 'GB').months()),
          secrets: line('Secrets', 'secrets.secret', quantity(12, 'secret').months()),
          keys: line('Encryption keys', 'kms.key', quantity(4, 'key').months()),
        },
      },
      ...(choices.regions !== 'one' && {
        secondRegion: {
          element: 'shop',
          title: 'Second region',
          group: 'Second region',
          note: `In us-east-2, at the prices of the first region, which are the same there; what goes between the two has a price of its own. ${SECOND[choices.regions].note}`,
          lines: {
            ...(nodes && {
              control: line('EKS control plane', 'eks.cluster', quantity(1, 'cluster').hours()),
            }),
            ...(!nodes && taskLines(choices.regions === 'active' ? runningPods : spare)),
            ...(choices.regions === 'active'
              ? {
                  ...(nodes && {
                    nodes: line(
                      'As many nodes, so that either region carries all',
                      `ec2.${nodes.size}`,
                      nodes.running.hours(),
                    ),
                  }),
                  database: line(
                    'A replica of the database, with a standby of its own',
                    `rds.postgres.${database.size}.multi`,
                    database.running.hours(),
                  ),
                  storage: line('Storage of both', 'rds.storage.gp3.multi', provisioned.months()),
                  ordersAcross: line(
                    'Half of the calls of orders, to where stock is counted',
                    'dt.inter_region_us_east_2',
                    demand.orderCalls.times(d.callSize).in('GB').times(0.5),
                  ),
                }
              : {
                  ...(nodes && {
                    nodes: line(
                      'A node in each zone, for two pods of each service',
                      'ec2.t3.medium',
                      zones.as('instance').hours(),
                    ),
                  }),
                  database: line(
                    'A replica of the database',
                    `rds.postgres.${database.size}.single`,
                    database.running.hours(),
                  ),
                  storage: line('Its storage', 'rds.storage.gp3.single', provisioned.months()),
                }),
            cache: line(
              'Cache nodes',
              `elasticache.redis.${cache.size}`,
              cache.running
                .times(quantity(SECOND[choices.regions].cacheNodes, 'node/instance'))
                .hours(),
            ),
            brokers: line('Brokers, one in each zone', 'msk.kafka.m5.large', brokers.count.hours()),
            brokerStorage: line(
              'Their storage',
              'msk.storage',
              brokers.count.times(quantity(100, 'GB/broker')).months(),
            ),
            balancer: line('Load balancer', 'alb.hour', quantity(1, 'ALB').hours()),
            firewall: line('Web ACL', 'waf.acl', quantity(1, 'ACL').months()),
            rules: line('Rules and managed groups', 'waf.rule', quantity(6, 'rule').months()),
            gateways: line('A NAT gateway in each zone', 'nat.hour', zones.as('gateway').hours()),
            addresses: line(
              'Public addresses of gateways and balancer',
              'vpc.public_ipv4',
              zones.as('address').times(2).hours(),
            ),
            replicated: line(
              'Log of the database: three bytes for each byte of a month’s orders',
              'dt.inter_region_us_east_2',
              demand.orders.times(d.orderSize).in('GB').times(3),
            ),
            mirrored: line('Events, mirrored', 'dt.inter_region_us_east_2', demand.eventData),
            metrics: line(
              'Samples: 400 series of a pod, one a minute',
              'prometheus.sample',
              (choices.regions === 'active' ? runningPods : spare).times(
                quantity(400 * 43_800, 'sample/pod'),
              ),
            ),
            secrets: line('Secrets, replicated', 'secrets.secret', quantity(12, 'secret').months()),
            keys: line('Encryption keys', 'kms.key', quantity(4, 'key').months()),
            checks: line(
              'Health checks of both regions',
              'route53.health_check',
              quantity(4, 'check').months(),
            ),
          },
        },
      }),
    };
  },

  perUnit: ['orders', 'apiCalls'],
});
