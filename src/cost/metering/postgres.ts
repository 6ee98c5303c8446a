import { type Quantity, quantity } from '../units/quantity.ts';

/** Bytes of memory for which RDS allows one connection by default. */
const BYTES_PER_CONNECTION = 9_531_392;

/** The most that RDS sets by default. */
const MOST_CONNECTIONS = 5000;

/** What RDS and the operating system keep for themselves, as a share of the class's memory. */
const RESERVED = 0.1;

/**
 * The default `max_connections` of RDS for PostgreSQL, LEAST(DBInstanceClassMemory / 9531392, 5000).
 * DBInstanceClassMemory is the memory of the class less what the service reserves, taken as 10 %.
 */
export function defaultConnections(memory: Quantity<'GB'>): Quantity<'connection'> {
  const bytes = memory.in('B').value * (1 - RESERVED);
  return quantity(
    Math.min(Math.floor(bytes / BYTES_PER_CONNECTION), MOST_CONNECTIONS),
    'connection',
  );
}
