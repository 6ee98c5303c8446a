systemContext backend cost-aware-backend-context "Visitors pay, an engineer operates; card charges and messages are other companies’ business." {
    include *
    autolayout tb
}

container backend cost-aware-backend-containers "One program, one worker, one database; a queue and a second program have to earn their price first." {
    include *
    exclude "messageProvider -> *"
    autolayout tb
}

component backend.api cost-aware-backend-components-api "Delivery, use cases, repositories and gateways each know only their neighbour; what was measured as slow is a part of its own." {
    include *
    exclude backend.metrics
    autolayout lr
}

component backend.api cost-aware-backend-path "Memory before Redis, Redis before the database, and a rule that knows none of them." {
    title "The way of a request"
    include backend.api.delivery
    include backend.api.useCases
    include backend.api.tiers
    include backend.api.repository
    include backend.api.pool
    include backend.cache
    include backend.database
    autolayout lr
}

dynamic backend.api cost-aware-backend-flow "Eleven steps from the request to the payment provider; no layer is skipped." {
    title "A top-up, layer by layer"
    backend.balancer -> backend.api.delivery "Top up a wallet"
    backend.api.delivery -> backend.api.models "Make and check the model"
    backend.api.delivery -> backend.api.useCases "Top up, with the model"
    backend.api.useCases -> backend.api.entities "Make the top-up"
    backend.api.useCases -> backend.api.repository "Store it, as requested"
    backend.api.repository -> backend.api.entities "Take its columns"
    backend.api.repository -> backend.api.pool "Insert"
    backend.api.useCases -> backend.api.models "Make the gateway’s model"
    backend.api.useCases -> backend.api.gateways "Charge, with the model"
    backend.api.gateways -> backend.api.models "Build the request"
    backend.api.gateways -> paymentProvider "Charge"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic backend.api cost-aware-backend-read "Each tier is read only when the one before it misses, and is filled on the way back." {
    title "A wallet that no cache holds"
    backend.balancer -> backend.api.delivery "Balance of a wallet"
    backend.api.delivery -> backend.api.useCases "Balance"
    backend.api.useCases -> backend.api.tiers "Wallet?"
    backend.api.tiers -> backend.cache "Not in memory: get"
    backend.cache -> backend.api.tiers "Nothing"
    backend.api.tiers -> backend.api.useCases "Nothing"
    backend.api.useCases -> backend.api.repository "Wallet"
    backend.api.repository -> backend.api.pool "One query, joined"
    backend.api.pool -> backend.api.repository "Rows"
    backend.api.repository -> backend.api.useCases "Wallet"
    backend.api.useCases -> backend.api.tiers "Keep for five minutes"
    backend.api.useCases -> backend.api.delivery "Balance"
    backend.api.delivery -> backend.api.encoder "Encode"
    backend.api.delivery -> backend.balancer "Answer"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic backend cost-aware-backend-cache-lost "Slower but not wrong: the connection pool protects the database." {
    title "Redis is gone"
    backend.balancer -> backend.api "Balance of a wallet"
    backend.api -> backend.cache "Get"
    backend.cache -> backend.api "No answer"
    backend.api -> backend.database "Query, forty at most"
    backend.database -> backend.api "Rows"
    backend.api -> backend.balancer "Answer, slower"
    backend.metrics -> backend.api "Scrape"
    backend.api -> backend.metrics "Hit rate below 50 %"
    backend.metrics -> messageProvider "LowCacheHitRate, after ten minutes"
    messageProvider -> engineer "The alert"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic backend.api cost-aware-backend-payment "One statement on the row decides; the caches are never read, and their entries are deleted." {
    title "A payment at a stall"
    backend.balancer -> backend.api.delivery "Pay, with a number of the stall"
    backend.api.delivery -> backend.api.models "Make and check the model"
    backend.api.delivery -> backend.api.useCases "Pay"
    backend.api.useCases -> backend.api.repository "Take the amount, add the movement"
    backend.api.repository -> backend.api.pool "One transaction"
    backend.api.pool -> backend.database "Update if enough is left, insert"
    backend.database -> backend.api.pool "One row changed"
    backend.api.pool -> backend.api.repository "Done"
    backend.api.repository -> backend.api.useCases "Paid"
    backend.api.useCases -> backend.api.tiers "Delete the wallet"
    backend.api.tiers -> backend.cache "Delete"
    backend.api.useCases -> backend.api.delivery "Paid"
    backend.api.delivery -> backend.balancer "Paid"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic backend cost-aware-backend-answer-lost "A charge without an answer is looked up and never repeated; the top-up’s id is the idempotency key." {
    title "A top-up whose answer is lost"
    backend.balancer -> backend.api "Top up, with a number"
    backend.api -> backend.database "Top-up, requested"
    backend.api -> paymentProvider "Charge, under that number"
    paymentProvider -> backend.api "No answer within five seconds"
    backend.api -> backend.balancer "Pending"
    backend.worker -> backend.database "Unanswered for a minute?"
    backend.database -> backend.worker "The top-up"
    backend.worker -> paymentProvider "What became of it?"
    paymentProvider -> backend.worker "Charged"
    backend.worker -> backend.database "Charged, balance and movement at once"
    backend.worker -> messageProvider "Your wallet is topped up"
    messageProvider -> visitor "The notice"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

deployment backend backend100k cost-aware-backend-deployment-100k "At 100,000 users: one machine without a load balancer, and a small database." {
    title "Cost-aware backend: 100K users"
    include *
    exclude relationship.tag!=Network
    autolayout lr
    properties {
        "archfolio.users" "100000"
    }
}

deployment backend backend500k cost-aware-backend-deployment-500k "At 500,000 users: a second machine and a load balancer, to survive losing one, not for the load." {
    title "Cost-aware backend: 500K users"
    include *
    exclude relationship.tag!=Network
    autolayout lr
    properties {
        "archfolio.users" "500000"
    }
}
