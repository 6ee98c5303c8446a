phone = deploymentNode "Shopper’s phone" "" "iOS, Android" {
    containerInstance shop.app
}
aws = deploymentNode "AWS" "" "us-east-1" {
    edge = deploymentNode "CloudFront" "" "Edge locations" {
        containerInstance shop.cdn
    }
    s3 = deploymentNode "S3" "" "Standard, versioned" {
        containerInstance shop.media
    }
    vpc = deploymentNode "VPC" "" "10.0.0.0/16, three zones" {
        alb = deploymentNode "Load balancer" "" "ALB and WAF" {
            containerInstance shop.gateway
        }
        eks = deploymentNode "EKS cluster" "" "Kubernetes" {
            nodes = deploymentNode "Node" "" "t3.medium" "" "${NODES}" {
                containerInstance shop.web
                containerInstance shop.user
                containerInstance shop.catalogue
                containerInstance shop.order
                containerInstance shop.inventory
                containerInstance shop.payment
                containerInstance shop.notification
            }
        }
        rds = deploymentNode "RDS" "" "${DATABASE}" {
            containerInstance shop.database
        }
        elasticache = deploymentNode "ElastiCache" "" "${CACHE}" {
            containerInstance shop.cache
        }
        msk = deploymentNode "MSK" "" "${BROKERS}" {
            containerInstance shop.events
        }
    }
}

phone -> aws.edge "Images, bundles" "HTTPS" "Network"
phone -> aws.vpc.alb "Calls" "JSON/HTTPS" "Network"
aws.edge -> aws.s3 "Fetches on a miss" "HTTPS" "Network"
aws.vpc.alb -> aws.vpc.eks "Routes requests" "JSON/HTTP, 8080" "Network"
aws.vpc.eks -> aws.vpc.rds "Reads, writes" "SQL over TLS, 5432" "Network"
aws.vpc.eks -> aws.vpc.elasticache "Caches" "RESP over TLS, 6379" "Network"
aws.vpc.eks -> aws.vpc.msk "Publishes, consumes" "Kafka over TLS, 9094" "Network"
