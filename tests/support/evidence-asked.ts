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
  'rules/goals': 'utilities trade-offs issues data-driven mentor',
  'rules/questions': 'elsewhere metric value',
  'challenge/thirty-days':
    'memory queries time money days average day-1 day-2 day-3 day-4 day-5 day-6 day-7 day-8 day-9 day-10 day-11 day-12 day-13 day-14 day-15 day-16 day-17 day-18',
};
