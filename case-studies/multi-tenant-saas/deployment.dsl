browser = deploymentNode "Member’s browser" "" "Two latest versions" {
    containerInstance saas.app
}
aws = deploymentNode "AWS" "" "us-east-1" {
    edge = deploymentNode "CloudFront" "" "Edge locations" {
        containerInstance saas.cdn
    }
    vpc = deploymentNode "VPC" "" "10.1.0.0/16, three zones" {
        alb = deploymentNode "Load balancer" "" "ALB and WAF" {
            containerInstance saas.gateway
        }
        ecs = deploymentNode "ECS cluster" "" "Fargate" {
            core = deploymentNode "Core tasks" "" "${CORE_TASK}" "" "${CORE_TASKS}" {
                containerInstance saas.core
            }
            tasks = deploymentNode "Tasks of each other service" "" "${TASK}" "" "2" {
                containerInstance saas.user
                containerInstance saas.billing
                containerInstance saas.integration
                containerInstance saas.audit
            }
            tenants = deploymentNode "Tenant tasks" "" "0.25 vCPU, 0.5 GB" "" "2" {
                containerInstance saas.tenant
            }
        }
        rds = deploymentNode "RDS" "" "${DATABASE}" {
            containerInstance saas.database
        }
        elasticache = deploymentNode "ElastiCache" "" "${CACHE}" {
            containerInstance saas.cache
        }
    }
    eventbridge = deploymentNode "EventBridge" "" "One bus" {
        containerInstance saas.events
    }
    s3 = deploymentNode "S3" "" "Object Lock, second region" {
        containerInstance saas.auditLog
    }
    cloudwatch = deploymentNode "CloudWatch" "" "Logs, metrics" {
        containerInstance saas.observability
    }
}

browser -> aws.edge "Files, calls" "HTTPS" "Network"
aws.edge -> aws.vpc.alb "Forwards" "HTTPS" "Network"
aws.vpc.alb -> aws.vpc.ecs "Routes requests" "HTTP" "Network"
aws.vpc.ecs -> aws.vpc.rds "Reads, writes" "SQL, 5432" "Network"
aws.vpc.ecs -> aws.vpc.elasticache "Looks up" "RESP, 6379" "Network"
aws.vpc.ecs -> aws.eventbridge "Publishes" "HTTPS" "Network"
aws.vpc.ecs -> aws.s3 "Appends" "HTTPS" "Network"
aws.vpc.ecs -> aws.cloudwatch "Logs, metrics" "HTTPS" "Network"
