import { describe, expect, it } from 'vitest';
import { findRecord } from '#adr/commands/references.ts';
import { memoryLog } from './support.ts';

const log = memoryLog({
  '0001-use-http2.md': '',
  '0002-use-redis.md': '',
  '0003-use-redis-streams.md': '',
  '0010-ten.md': '',
  '0003-use-redis-streams.md.bak': '',
  'README.md': '',
}).folder();

describe('findRecord', () => {
  it.each([
    ['2', '0002-use-redis.md'],
    ['0002', '0002-use-redis.md'],
    ['10', '0010-ten.md'],
    [' 2 ', '0002-use-redis.md'],
    ['0002-use-redis.md', '0002-use-redis.md'],
    ['0002-use-redis', '0002-use-redis.md'],
    ['doc/adr/0002-use-redis.md', '0002-use-redis.md'],
    ['../elsewhere/0002-use-redis.md', '0002-use-redis.md'],
    ['streams', '0003-use-redis-streams.md'],
    ['0010', '0010-ten.md'],
    ['adr/0010', '0010-ten.md'],
    ['http2', '0001-use-http2.md'],
  ])('%s is %s', (reference, file) => {
    expect(findRecord(log, reference).file).toBe(file);
  });

  it.each([
    ['99', 'adr-unknown-reference'],
    ['nothing', 'adr-unknown-reference'],
    ['Ten', 'adr-unknown-reference'],
    ['', 'adr-unknown-reference'],
    ['README', 'adr-unknown-reference'],
    ['2-.*s', 'adr-unknown-reference'],
    ['redis', 'adr-ambiguous-reference'],
    ['doc/adr', 'adr-ambiguous-reference'],
  ])('%s is none', (reference, code) => {
    expect(findRecord(log, reference).problem?.code).toBe(code);
  });

  it('takes no record by a digit of its name', () => {
    const one = memoryLog({ '0010-ten.md': '', '0002-use-http1.md': '' }).folder();
    expect(findRecord(one, '1').problem?.code).toBe('adr-unknown-reference');
  });

  it.each([
    ['12', 'Did you mean `0010-ten.md`?'],
    ['99', 'They are numbered from 2 to 10.'],
    ['9'.repeat(30), 'They are numbered from 2 to 10.'],
  ])('suggests only what is near: %s', (reference, hint) => {
    const one = memoryLog({ '0010-ten.md': '', '0002-two.md': '' }).folder();
    expect(findRecord(one, reference).problem?.hint).toBe(hint);
  });

  it('names two records with one number', () => {
    const twice = memoryLog({ '0001-a.md': '', '1-b.md': '' }).folder();
    expect(findRecord(twice, '1').problem?.code).toBe('adr-ambiguous-reference');
  });
});
