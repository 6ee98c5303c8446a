aws = deploymentNode "AWS" "" "us-east-1" {
    core = deploymentNode "IoT Core" "" "Managed MQTT, TLS on 8883" {
        containerInstance iot.broker
        containerInstance iot.rules
    }
    kinesis = deploymentNode "Kinesis" "" "Provisioned, by shard" {
        shards = deploymentNode "Shard" "" "1,000 records/s" "" "${SHARDS}" {
            containerInstance iot.stream
        }
    }
    sns = deploymentNode "SNS" "" "One topic" {
        containerInstance iot.notices
    }
    s3 = deploymentNode "S3" "" "A month Standard, then Glacier IR" {
        containerInstance iot.archive
    }
    vpc = deploymentNode "VPC" "" "10.3.0.0/16, three zones" {
        lambda = deploymentNode "Lambda" "" "arm64, 256 MB" {
            containerInstance iot.alerting
        }
        flink = deploymentNode "Managed Flink" "" "One application" {
            units = deploymentNode "Processing unit" "" "1 vCPU, 4 GB" "" "${UNITS}" {
                containerInstance iot.processing
            }
        }
        ecs = deploymentNode "ECS services" "" "Fargate, arm64" {
            watching = deploymentNode "Grafana task" "" "0.5 vCPU, 1 GB" "" 2 {
                containerInstance iot.dashboards
            }
            asking = deploymentNode "History task" "" "0.5 vCPU, 1 GB" "" "${TASKS}" {
                containerInstance iot.history
            }
        }
        hot = deploymentNode "RDS, seven days" "" "${HOT}" {
            containerInstance iot.metrics
        }
        rds = deploymentNode "RDS, devices" "" "${DATABASE}" {
            containerInstance iot.registry
        }
        opensearch = deploymentNode "OpenSearch" "" "${SEARCH}" {
            containerInstance iot.search
        }
    }
}

aws.core -> aws.kinesis "Batches" "HTTPS" "Network"
aws.core -> aws.vpc.lambda "Readings over a limit" "Invoke" "Network"
aws.vpc.lambda -> aws.sns "Alerts" "HTTPS" "Network"
aws.vpc.lambda -> aws.vpc.rds "Alerts" "SQL, 5432" "Network"
aws.kinesis -> aws.vpc.flink "Batches" "HTTP/2" "Network"
aws.vpc.flink -> aws.s3 "Parquet files" "S3 API" "Network"
aws.vpc.flink -> aws.vpc.hot "Rows" "SQL, 5432" "Network"
aws.vpc.flink -> aws.vpc.opensearch "Device events" "HTTPS" "Network"
aws.vpc.flink -> aws.vpc.rds "Devices" "SQL, 5432" "Network"
aws.vpc.ecs -> aws.vpc.hot "Queries" "SQL, 5432" "Network"
aws.vpc.ecs -> aws.vpc.opensearch "Searches" "HTTPS" "Network"
