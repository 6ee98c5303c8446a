systemContext iot iot-ingestion-context "Devices talk, people ask; one of them is woken when a limit is passed." {
    include *
    autolayout tb
}

container iot iot-ingestion-containers "Every reading goes three ways at the rules: into the stream, into the archive, and, past a limit, to the alert function." {
    include *
    exclude messageProvider
    exclude "iot.processing -> iot.archive"
    exclude "iot.history -> iot.registry"
    autolayout tb
}

component iot.processing iot-ingestion-components-processing "A reading is checked, counted once, placed and made part of a minute; what cannot be read is kept with the reason." {
    include *
    exclude iot.dashboards
    exclude iot.history
    exclude iot.alerting
    autolayout tb
}

container iot iot-ingestion-path "From one broker to three places: what is asked soon, what is kept, and what wakes somebody." {
    title "The way of a reading"
    include iot.broker
    include iot.rules
    include iot.stream
    include iot.processing
    include iot.metrics
    include iot.archive
    include iot.alerting
    exclude "iot.processing -> iot.archive"
    autolayout tb
}

dynamic iot iot-ingestion-reading "A reading is stored as it came at once, and becomes part of a minute when the minute is over." {
    title "A reading that becomes a minute"
    devices -> iot.broker "Reading"
    iot.broker -> devices "Received"
    iot.broker -> iot.rules "Reading"
    iot.rules -> iot.archive "Raw reading"
    iot.rules -> iot.stream "Reading, by device"
    iot.stream -> iot.processing "Batch of readings"
    iot.processing -> iot.metrics "Minute by device"
    iot.dashboards -> iot.metrics "Last hour of a site"
    iot.metrics -> iot.dashboards "Minutes"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

dynamic iot iot-ingestion-backlog "Nothing is lost while the stream remembers; alerts do not wait for it." {
    title "Stream processing stops for ten minutes"
    devices -> iot.broker "Readings"
    iot.broker -> iot.rules "Readings"
    iot.rules -> iot.stream "Readings, kept for a day"
    iot.rules -> iot.alerting "Reading over a limit"
    iot.alerting -> iot.notices "Alert, as ever"
    iot.dashboards -> iot.metrics "Last hour"
    iot.metrics -> iot.dashboards "Ten minutes missing"
    iot.stream -> iot.processing "From the last checkpoint"
    iot.processing -> iot.metrics "Late minutes, written over"
    iot.dashboards -> iot.metrics "Last hour"
    iot.metrics -> iot.dashboards "Whole again"
    autolayout lr
    properties {
        "archfolio.diagram" "sequence"
    }
}

deployment iot iot100k iot-ingestion-deployment-100k "At 100,000 users, 200,000 devices: 6,667 readings a second need seven shards; there are eight." {
    title "IoT ingestion: 100K users"
    include *
    exclude relationship.tag!=Network
    autolayout tb
}

deployment iot iot500k iot-ingestion-deployment-500k "At 500,000 users, 1,000,000 devices: 33,333 readings a second need 34 shards; there are forty." {
    title "IoT ingestion: 500K users"
    include *
    exclude relationship.tag!=Network
    autolayout tb
}
