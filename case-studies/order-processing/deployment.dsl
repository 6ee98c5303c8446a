aws = deploymentNode "AWS" "" "us-east-1" {
    vpc = deploymentNode "VPC" "" "10.2.0.0/16, three zones" {
        alb = deploymentNode "Load balancer" "" "ALB and WAF" {
            containerInstance orders.gateway
        }
        ecs = deploymentNode "ECS cluster" "" "Fargate" {
            saga = deploymentNode "Saga tasks" "" "${SAGA_TASK}" "" "3" {
                containerInstance orders.saga
            }
            tracking = deploymentNode "Tracking tasks" "" "${TRACKING_TASK}" "" "3" {
                containerInstance orders.tracking
            }
            tasks = deploymentNode "Tasks of each other service" "" "${TASK}" "" "3" {
                containerInstance orders.api
                containerInstance orders.inventory
                containerInstance orders.payment
                containerInstance orders.shipping
                containerInstance orders.notification
                containerInstance orders.returns
            }
        }
        rds = deploymentNode "RDS" "" "${DATABASE}" {
            containerInstance orders.database
        }
        elasticache = deploymentNode "ElastiCache" "" "${CACHE}" {
            containerInstance orders.cache
        }
        msk = deploymentNode "MSK" "" "${BROKERS}" {
            containerInstance orders.events
        }
    }
    s3 = deploymentNode "S3" "" "Object Lock" {
        containerInstance orders.auditLog
    }
    cloudwatch = deploymentNode "CloudWatch" "" "Logs, metrics" {
        containerInstance orders.observability
    }
}

aws.vpc.alb -> aws.vpc.ecs "Routes" "HTTP" "Network"
aws.vpc.ecs -> aws.vpc.rds "Reads, writes" "SQL, 5432" "Network"
aws.vpc.ecs -> aws.vpc.elasticache "Order states" "RESP, 6379" "Network"
aws.vpc.ecs -> aws.vpc.msk "Publishes, consumes" "Kafka over TLS, 9094" "Network"
aws.vpc.ecs -> aws.cloudwatch "Logs, metrics" "HTTPS" "Network"
aws.vpc.msk -> aws.s3 "Archives events" "HTTPS" "Network"
