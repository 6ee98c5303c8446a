import { greatest, type Quantity, quantity } from '../units/quantity.ts';

/** What goes through a stream, in its busiest second. */
export interface StreamUse {
  readonly records: Quantity<'record/s'>;
  readonly written: Quantity<'MB/s'>;
  readonly read: Quantity<'MB/s'>;
}

/**
 * Kinesis shards that carry a stream: 1,000 records or 1 MB a second in and 2 MB a second out for
 * each (price book, `kinesis.shard_hour`).
 */
export function shards({ records, written, read }: StreamUse): Quantity<'shard'> {
  return greatest(
    records.over(quantity(1000, 'record/s')),
    written.over(quantity(1, 'MB/s')),
    read.over(quantity(2, 'MB/s')),
  )
    .wholeUp()
    .as('shard');
}
