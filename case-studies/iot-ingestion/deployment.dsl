aws = deploymentNode "AWS" "" "us-east-1" {
    core = deploymentNode "IoT Core" "" "Managed MQTT" {
        containerInstance iot.broker
        containerInstance iot.rules
    }
    kinesis = deploymentNode "Kinesis" "" "Provisioned, by shard" {
        shards = deploymentNode "Shard" "" "1,000 records/s" "" "${SHARDS}" {
            containerInstance iot.stream
        }
    }
    lambda = deploymentNode "Lambda" "" "arm64, 256 MB" {
        containerInstance iot.alerting
    }
    sns = deploymentNode "SNS" "" "One topic" {
        containerInstance iot.notices
    }
    timestream = deploymentNode "Timestream" "" "${HOT}" {
        containerInstance iot.metrics
    }
    s3 = deploymentNode "S3" "" "Standard, later Glacier" {
        containerInstance iot.archive
    }
    vpc = deploymentNode "VPC" "" "Three zones" {
        flink = deploymentNode "Managed Flink" "" "One application" {
            units = deploymentNode "Processing unit" "" "1 vCPU, 4 GB" "" "${UNITS}" {
                containerInstance iot.processing
            }
        }
        ecs = deploymentNode "ECS service" "" "Fargate" {
            tasks = deploymentNode "Task" "" "0.5 vCPU, 1 GB" "" 2 {
                containerInstance iot.dashboards
                containerInstance iot.history
            }
        }
        rds = deploymentNode "RDS" "" "${DATABASE}" {
            containerInstance iot.registry
        }
        opensearch = deploymentNode "OpenSearch" "" "${SEARCH}" {
            containerInstance iot.search
        }
    }
}

aws.core -> aws.kinesis "Telemetry" "HTTPS" "Network"
aws.core -> aws.s3 "Raw readings" "Firehose" "Network"
aws.core -> aws.lambda "Readings over a limit" "Invoke" "Network"
aws.lambda -> aws.sns "Alerts" "HTTPS" "Network"
aws.lambda -> aws.vpc.rds "Limits" "SQL, 5432" "Network"
aws.kinesis -> aws.vpc.flink "Batches" "HTTP/2" "Network"
aws.vpc.flink -> aws.timestream "Metrics" "HTTPS" "Network"
aws.vpc.flink -> aws.vpc.opensearch "Device events" "HTTPS" "Network"
aws.vpc.flink -> aws.vpc.rds "Devices" "SQL, 5432" "Network"
aws.vpc.ecs -> aws.timestream "Queries" "HTTPS" "Network"
aws.vpc.ecs -> aws.vpc.opensearch "Searches" "HTTPS" "Network"
