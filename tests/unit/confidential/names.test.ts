import { describe, expect, it } from 'vitest';
import { lookAlikes } from '#confidential/letters.ts';
import { type HiddenName, nameFinder } from '#confidential/names.ts';
import { renamer } from '#confidential/rename.ts';

const name = (written: string, alias: string, isCommon = false): HiddenName => ({
  name: written,
  alias,
  entry: 'systems[0]',
  isCommon,
});
const NAMES = [
  name('Mobile commerce platform', 'Retail suite'),
  name('Mobile commerce', 'Retail'),
  name('Kafka', 'Relay'),
  name('API', 'Door'),
  name('Node.js', 'Script engine'),
  name('Orders', 'Bookings', true),
];
const rename = renamer(nameFinder(NAMES, lookAlikes()));

describe('an alias is written as its name was', () => {
  it.each([
    ['The Mobile commerce platform sells.', 'The Retail suite sells.'],
    ['a mobile commerce platform', 'a retail suite'],
    ['MOBILE COMMERCE PLATFORM', 'RETAIL SUITE'],
    ['mobile\n   commerce platform', 'retail suite'],
    ['case-studies/mobile-commerce-platform/', 'case-studies/retail-suite/'],
    ['mobile_commerce_platform', 'retail_suite'],
    ['mobileCommercePlatform.order', 'retailSuite.order'],
    ['MobileCommercePlatform', 'RetailSuite'],
    ['mobilecommerceplatforms', 'retailsuites'],
    ['MOBILE_COMMERCE_PLATFORM', 'RETAIL_SUITE'],
    ['Mobile commerce', 'Retail'],
    ['mobile-commerce-containers', 'retail-containers'],
    ['Kafka, kafka and KAFKA', 'Relay, relay and RELAY'],
    ['shop.kafka -> x', 'shop.relay -> x'],
    ['myKafkaTopic kafka2 kafka_topic', 'myRelayTopic relay2 relay_topic'],
    ['KAFKATopic', 'RELAYTopic'],
    ['Kafka’s', 'Relay’s'],
    ['the API, an api', 'the Door, an door'],
    ['node.js NodeJS node-js', 'script.engine ScriptEngine script-engine'],
    ['Orders and orders', 'Bookings and orders'],
  ])('%j', (text, renamed) => {
    expect(rename(text)).toBe(renamed);
  });
});

it.each(['Kafkaesque', 'akafka', 'Apiary', 'reorders', 'ORDERS', 'Mobile. It has a commerce'])(
  '%j holds no name as a whole',
  (text) => {
    expect(rename(text)).toBe(text);
  },
);

it('what was renamed holds no name', () => {
  const text = 'Kafka mobile-commerce mobileCommercePlatform К\u0430fka node.js Orders';
  expect([...nameFinder(NAMES, lookAlikes())(rename(text))]).toEqual([]);
});
