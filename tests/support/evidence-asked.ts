/**
 * Everything that the roadmap, the manual and the challenge behind the sample ask for, group by group in
 * their order: what `case-studies/evidence.yaml` has to have, shown or open. Made from those texts;
 * `tests/conformance/evidence.ts` holds the counts against them where they are at hand.
 */
export const ASKED: Readonly<Record<string, string>> = {
  'pillars/go-foundations': 'cli file-processor',
  'pillars/go-backend': 'user-service auth-flows token-storage auth-security auth-limits',
  'pillars/databases':
    'schema query-report rationale indexes partitions backup db-scaling cache-what cache-not cache-ttl cache-invalidation cache-failure cache-memory',
  'pillars/events':
    'order-system order-diagram catalogue versions groups event-failures event-watch',
  'pillars/cloud':
    'terraform infra-diagram topology groups-matrix cost-by-service recovery infra-scaling',
  'pillars/security': 'stride data-flow controls incident observability',
  'pillars/portfolio': 'three-studies translate saying-no',
  'flagship/artifacts':
    'context container component decisions cost failures rollout pitch deep-dive',
  'flagship/components': 'user catalogue order inventory infrastructure observability',
  'flagship/quality': 'plain trade-offs failures cost diagram',
  'flagship/checklist':
    'context containers components sequences schema infrastructure adrs nfrs cost risks runbook',
  'flagship/interview': 'star why differently scale breaks system-design mock behavioural',
  'flagship/visibility': 'insight comments trade-off review',
  'tiers/must-master': 'backend databases events aws apis',
  'tiers/must-understand': 'containers code delivery observability security',
  'tiers/awareness': 'mesh ai data edge',
  'tracker/go': 'tour cli downloader errors',
  'tracker/gin': 'basics api middleware documentation',
  'tracker/auth': 'jwt postgresql migrations limits',
  'tracker/databases': 'schema queries redis pool',
  'tracker/events': 'kafka orders saga groups',
  'tracker/aws': 'deploy terraform monitoring cluster',
  'tracker/observability': 'tracing dashboards slos metrics',
  'tracker/portfolio': 'first second third resume',
  'topics/go-core':
    'declaration basic-types conversion zero-values arrays slices maps slice-or-array nil-slices if for switch range many-results named-results variadic closures anonymous addresses pointer-or-value receivers nil-pointers',
  'topics/go-idioms':
    'structs literals embedding methods constructors implicit any assertions type-switches common error creating wrapping sentinels panic-or-error defer recover init modules exported',
  'topics/go-concurrency':
    'starting lifecycle races leaks unbuffered buffered send-receive closing range-over directional multiplexing default time-after mutex rw-mutex wait-group once background with-cancel with-timeout with-deadline with-value passing workers fan pipeline semaphore',
  'topics/go-gin':
    'io os strings time json net-http slog test-files tables subtests helpers mocking benchmarks coverage type-parameters constraints use-cases layout internal by-feature routing middleware parsing answers validation viper',
  'topics/go-auth':
    'structure access refresh rotation revocation library claims validation bcrypt rules timing reset rbac permissions composition api-keys tenancy input sql-injection xss cors rate-limits request-id headers',
  'topics/go-database':
    'database-sql connection-strings pooling with-context prepared driver row-rows-exec scanning nulls sqlx orm-or-sql models crud relations preloading hooks raw not tool up-down versions pipeline rollback wrapping types retry query-log',
  'topics/go-architecture':
    'layers direction interfaces why interface concrete mocking unit-of-work logic transactions orchestrating cross-cutting constructors interfaces-di wire wiring',
  'topics/go-production':
    'service tables helpers mocks testify real-database testcontainers setup parallel viper environments checked secrets flags structured levels requests correlation metrics format codes details no-leaks',
  'topics/schema-design':
    'normal-forms denormalise keys foreign-keys constraints types names soft-delete audit-columns versions tenancy polymorphic trees',
  'topics/postgresql':
    'b-tree gin gist brin partial expression covering multi-column explain plans slow statistics vacuum estimates acid isolation deadlocks row-locks advisory pgbouncer replicas partitions when archive backups',
  'topics/redis':
    'strings hashes lists sets sorted-sets streams hyperloglog aside write-through write-behind ttl event version tag stampede breaker lock limits',
  'topics/kafka':
    'brokers topics partitions replication coordination compaction sync acks retries keys batching compression groups assignment offsets rebalancing guarantees idempotency dead-letters',
  'topics/sagas': 'truth store rebuilding projections snapshots when saga',
  'topics/kubernetes':
    'pods deployments services namespaces labels pod-spec updates networking config scaling rbac commands',
  'topics/terraform': 'providers resources data-sources variables state modules',
  'topics/observability': 'pillars opentelemetry prometheus tracing aggregation alerting slos',
  'topics/security': 'owasp apis secrets network encryption iam compliance',
  'topics/interview': 'translate negotiation system-design mock-reviews behavioural',
  'projects/task-manager': 'tasks json-file flags errors',
  'projects/file-processor': 'read count sum',
  'projects/url-checker': 'check timeout interrupt report',
  'projects/user-api': 'create read update delete errors logging validation structured',
  'projects/auth-system': 'register login refresh logout me reset',
  'projects/user-service':
    'crud tokens roles layers migrations unit-tests integration-tests logging errors docker makefile',
  'projects/shop-schema': 'users products orders inventory',
  'projects/cache-layer': 'catalogue sessions limits leaderboard locks invalidation breaker',
  'projects/order-system':
    'order inventory payment notification order-events stock-events payment-events end-events notice-events idempotent dead-letters state compensation replay',
  'projects/aws':
    'vpc eks rds redis s3 cloudfront dns certificates modules environments state secrets tags cost',
  'projects/watched-orders': 'logs metrics traces dashboards alerts',
  'metrics/technical': 'forty-five three-studies services concurrency languages',
  'metrics/business': 'cost failures',
  'metrics/credibility': 'flagship posts feedback',
  'metrics/interview': 'pitch stories',
  'metrics/certificate': 'aws',
  'modules/00-go-basics': 'receivers interfaces embedding zero-values heap escape',
  'modules/01-project-structure': 'cmd internal pkg layers direction',
  'modules/02-cli-app': 'flag cobra exit-codes invalid help',
  'modules/03-config-management': 'env dotenv validate fail-fast',
  'modules/04-logging': 'standard structured request-id levels libraries',
  'modules/05-error-handling': 'sentinel wrapped is as domain',
  'modules/06-context': 'layers cancellation timeouts not',
  'modules/07-concurrency': 'pool fan mutex channels race',
  'modules/08-http-server': 'net-http shutdown timeouts sigterm',
  'modules/09-routing-middleware': 'chi logging auth limits order',
  'modules/10-auth': 'hashing jwt refresh routes',
  'modules/11-database': 'engines crud transactions migrations sql gorm sqlc',
  'modules/12-cache': 'redis aside ttl invalidation',
  'modules/13-messaging': 'pub-sub consumers retries failures dead-letters',
  'modules/14-background-jobs': 'queue cron retries idempotency',
  'modules/15-grpc': 'proto unary streaming interceptors',
  'modules/16-websockets': 'server lifecycle disconnects scaling',
  'modules/17-search': 'index full-text pagination compare',
  'modules/18-rate-limiting': 'bucket redis per',
  'modules/19-testing': 'unit table mocks integration',
  'modules/20-observability': 'metrics tracing opentelemetry',
  'modules/21-deployment': 'docker stages environments manifests',
  'rules/manual': 'one boring readmes redo depth',
  'rules/aims': 'techniques real-cost production economics portfolio',
  'rules/goals': 'utilities trade-offs issues data-driven mentor',
  'rules/questions': 'elsewhere metric value',
  'challenge/thirty-days':
    'memory queries time money money-a-year days average day-1 day-2 day-3 day-4 day-5 day-6 day-7 day-8 day-9 day-10 day-11 day-12 day-13 day-14 day-15 day-16 day-17 day-18',
};
