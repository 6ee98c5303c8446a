operator = person "Fleet operator" "Watches the fleet, answers its alerts."
analyst = person "Analyst" "Asks what happened last month."

devices = softwareSystem "Device fleet" "A million devices that read every 30 seconds and send every five minutes." {
    tags "External"
}

iot = softwareSystem "IoT ingestion" "Takes in 33,333 readings a second, keeps them and raises alerts." {
    broker = container "Message broker" "Knows every device, takes its batches." "IoT Core, MQTT" "Edge"
    rules = container "Routing rules" "Sends each batch where it belongs." "IoT Rules, SQL"
    stream = container "Telemetry stream" "Batches in order, by device." "Kinesis Data Streams" "Queue"
    processing = container "Stream processing" "Rows and files out of batches, and what looks wrong." "Managed Flink" {
        source = component "Stream source" "Reads each shard from its checkpoint." "Flink, Java"
        decoder = component "Decoder" "Checks the schema by its version." "Java"
        deduplication = component "Deduplication" "Drops a batch seen before." "Flink state"
        enrichment = component "Enrichment" "Adds site and model of the device." "Java"
        windows = component "Five-minute windows" "One row of ten readings; late ones too." "Flink SQL"
        metricSink = component "Metric writer" "Copies a hundred rows at a time." "Java"
        archiveSink = component "Archive writer" "Files of 64 MB, by device and hour." "Parquet, zstd"
        logSink = component "Event writer" "Writes device events to be searched." "Java"
        rejected = component "Reject writer" "Keeps what cannot be read, and why." "Java"
    }
    alerting = container "Alert function" "Opens an alert, once for each episode." "Lambda, Go"
    notices = container "Alert topic" "Tells whoever is on duty." "SNS" "Queue"
    registry = container "Device registry" "Which device, where, which firmware and limits." "PostgreSQL, RDS" "Database"
    metrics = container "Metric store" "The last seven days, a partition each." "PostgreSQL, RDS" "Database"
    search = container "Event search" "What devices logged." "OpenSearch" "Database"
    archive = container "Raw archive" "Every reading, for good." "S3, Parquet" "Object store"
    dashboards = container "Dashboards" "The fleet at a glance." "Grafana" "Browser"
    history = container "History API" "Answers for any span of time." "Go, Athena"
}

devices -> iot.broker "Send batches, alarms at once" "MQTT, TLS"
operator -> iot.dashboards "Watches" "HTTPS"
analyst -> iot.history "Asks" "JSON/HTTPS"

iot.broker -> iot.rules "Every batch" "" "Asynchronous"
iot.rules -> iot.stream "Batches" "HTTPS" "Asynchronous"
iot.rules -> iot.alerting "Readings over a limit" "Invoke" "Asynchronous"
iot.alerting -> iot.registry "Opens and clears alerts" "SQL"
iot.alerting -> iot.notices "Raises an alert" "HTTPS" "Asynchronous"
iot.notices -> messageProvider "Hands over" "HTTPS" "Asynchronous"
messageProvider -> operator "Delivers alerts" "" "Asynchronous"

iot.stream -> iot.processing.source "Batches" "HTTP/2"
iot.processing.source -> iot.processing.decoder "Bytes"
iot.processing.decoder -> iot.processing.deduplication "Batches"
iot.processing.decoder -> iot.processing.rejected "What cannot be read"
iot.processing.deduplication -> iot.processing.enrichment "New batches"
iot.processing.enrichment -> iot.processing.windows "Readings with their site"
iot.processing.enrichment -> iot.processing.logSink "Device events"
iot.processing.windows -> iot.processing.metricSink "A row a window"
iot.processing.enrichment -> iot.processing.archiveSink "Every reading"
iot.processing.enrichment -> iot.registry "Looks up once an hour, marks silence" "SQL"
iot.processing.metricSink -> iot.metrics "Rows" "SQL"
iot.processing.archiveSink -> iot.archive "Parquet files" "S3 API"
iot.processing.logSink -> iot.search "Device events" "HTTPS"
iot.processing.rejected -> iot.archive "Rejected readings" "S3 API"

iot.dashboards -> iot.metrics "Queries" "SQL"
iot.dashboards -> iot.search "Searches" "HTTPS"
iot.history -> iot.metrics "The last week" "SQL"
iot.history -> iot.archive "Anything older" "Athena"
iot.history -> iot.registry "Devices" "SQL"

!var SHARDS 1
!var UNITS 1
!var TASKS 2
!var DATABASE "db.t4g.medium, Multi-AZ"
!var SEARCH "m6g.large.search, 3 nodes"
!var HOT "db.m6g.large, Multi-AZ"
iot100k = deploymentEnvironment "IoT at 100K users" {
    !include deployment.dsl
}

!var SHARDS 5
!var UNITS 2
!var TASKS 2
!var DATABASE "db.r6g.large, Multi-AZ"
!var SEARCH "r6g.large.search, 3 nodes"
!var HOT "db.r6g.xlarge, Multi-AZ"
iot500k = deploymentEnvironment "IoT at 500K users" {
    !include deployment.dsl
}
