import { describe, expect, it } from 'vitest';
import { findings, place, read } from './support.ts';

const yaml = (text: string, context = '') =>
  `---\nstatus: accepted\n${text}\n---\n# A\n\n## Context\n\n${context}\n`;

describe('ties to the model', () => {
  it('are lists in the front matter, each entry with its place', () => {
    const { ties } = read(
      yaml(
        'elements: [shop.orders, shop.kafka]\nrelationships:\n  - shop.orders -> shop.kafka\n  - "a->b: Sends"\ncosts: mobile-commerce/broker\nstudies: [mobile-commerce]',
      ),
    );
    expect(ties.elements.map(({ text, span }) => [text, place(span)])).toEqual([
      ['shop.orders', '3:12'],
      ['shop.kafka', '3:25'],
    ]);
    expect(
      ties.relationships.map(({ source, destination, description, span }) => [
        source,
        destination,
        description,
        place(span),
      ]),
    ).toEqual([
      ['shop.orders', 'shop.kafka', '', '5:5'],
      ['a', 'b', 'Sends', '6:6'],
    ]);
    expect(ties.costs.map(({ text }) => text)).toEqual(['mobile-commerce/broker']);
    expect(ties.studies.map(({ text }) => text)).toEqual(['mobile-commerce']);
  });

  it('are links of the context', () => {
    const { ties } = read(
      yaml(
        '',
        'The [order service](element:shop.orders), [Kafka](/elements/shop/kafka/), [bill](cost:shop/broker), [x](/cost/shop/).',
      ),
    );
    expect(ties.elements.map(({ text }) => text)).toEqual(['shop.orders', 'shop.kafka']);
    expect(ties.costs.map(({ text }) => text)).toEqual(['shop/broker', 'shop']);
  });

  it.each([
    [
      'a list',
      'options:\n  - option: Queue\n    model: shop\n    parameters: { queue: sqs, fifo: true, n: 3 }\n  - model: other',
      [
        ['Queue', 'shop', { queue: 'sqs', fifo: true, n: 3 }],
        ['2', 'other', {}],
      ],
    ],
    [
      'a map',
      'options:\n  Kafka: shop\n  Queue: { parameters: { queue: sqs } }',
      [
        ['Kafka', 'shop', {}],
        ['Queue', undefined, { queue: 'sqs' }],
      ],
    ],
    ['none', 'options:', []],
  ])('costs of options: %s', (_, text, expected) => {
    const { optionCosts } = read(yaml(text)).ties;
    expect(optionCosts.map(({ option, model, parameters }) => [option, model, parameters])).toEqual(
      expected,
    );
  });

  it.each([
    ['elements: 12', ['adr-field-shape 3:11']],
    ['elements: [a, 1]', ['adr-field-shape 3:11']],
    ['relationships: [a b]', ['adr-field-shape 3:17']],
    ['options: [1]', ['adr-field-shape 3:10']],
    ['options: yes please', ['adr-field-shape 3:10']],
    ['elements:', []],
  ])('findings of %s', (text, expected) => {
    expect(findings(yaml(text))).toEqual(expected);
  });
});
