/** Words of the trade in any case; whoever pays for a system stops listening at them. */
const WORDS: readonly string[] = [
  ...[
    'autoscaling',
    'availability zone',
    'backend',
    'bandwidth',
    'broker',
    'brokers',
    'cache',
    'cached',
  ],
  ...[
    'caches',
    'cluster',
    'clusters',
    'concurrency',
    'database',
    'databases',
    'dead-letter',
    'deployment',
  ],
  ...[
    'endpoint',
    'endpoints',
    'eventual consistency',
    'failover',
    'frontend',
    'gateway',
    'goroutine',
  ],
  ...[
    'Grafana',
    'idempotency',
    'idempotent',
    'Kafka',
    'Kubernetes',
    'Lambda',
    'latency',
    'load balancer',
  ],
  ...[
    'microservice',
    'microservices',
    'middleware',
    'multi-AZ',
    'multi-tenant',
    'mutex',
    'node',
    'nodes',
  ],
  ...[
    'observability',
    'orchestration',
    'outbox',
    'p95',
    'p99',
    'partition',
    'partitions',
    'pod',
    'pods',
  ],
  ...[
    'Postgres',
    'Prometheus',
    'proxy',
    'queries',
    'query',
    'Redis',
    'replica',
    'replicas',
    'rollback',
  ],
  ...[
    'runtime',
    'saga',
    'schema',
    'schemas',
    'serverless',
    'shard',
    'sharding',
    'shards',
    'stateless',
  ],
  ...[
    'telemetry',
    'Terraform',
    'throughput',
    'token',
    'tokens',
    'webhook',
    'webhooks',
    'workload',
    'workloads',
  ],
];

/** Acronyms, in capitals only: `rest` is a word of everyday life. */
const ACRONYMS: readonly string[] = [
  ...[
    'ACID',
    'API',
    'APIs',
    'AWS',
    'CDN',
    'CI',
    'CPU',
    'DNS',
    'gRPC',
    'HTTP',
    'HTTPS',
    'JSON',
    'JWT',
    'MQTT',
  ],
  ...[
    'REST',
    'RPO',
    'RTO',
    'S3',
    'SDK',
    'SLO',
    'SLOs',
    'SQL',
    'TCP',
    'TLS',
    'TTL',
    'VPC',
    'WAF',
    'YAML',
  ],
];

/** Where a word of the trade stands in a text. */
export interface JargonUse {
  readonly word: string;
  readonly start: number;
}

/**
 * Every use of a word of the trade, or of a product that the technologies of a workspace name. A name is
 * known by a capital inside of it: `CloudFront`, but not `Rules`.
 */
export function jargonIn(text: string, technologies: Iterable<string>): JargonUse[] {
  const names = [...technologies]
    .flatMap((technology) => technology.split(/[\s,;/]+/))
    .filter((name) => /\p{Ll}\p{Lu}/u.test(name));
  return [
    ...usesOf(text, WORDS, 'giu'),
    ...usesOf(text, [...new Set([...ACRONYMS, ...names])], 'gu'),
  ].toSorted((a, b) => a.start - b.start);
}

function usesOf(text: string, words: readonly string[], flags: string): JargonUse[] {
  const any = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${any})(?![\\p{L}\\p{N}-])`, flags);
  return [...text.matchAll(pattern)].map(({ 0: word, index }) => ({ word, start: index }));
}
