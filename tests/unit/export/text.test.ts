import { describe, expect, it } from 'vitest';
import { base64, inHashOrder, isEmpty, lastPart, partCount, trim } from '#export/text.ts';
import { breakText, wrap } from '#export/words.ts';
import { Writer } from '#export/writer.ts';

/** What Java 21 gives for the same. */
describe('texts as Java has them', () => {
  it.each([
    ['', 1],
    ['a', 1],
    ['a/b', 2],
    ['a/', 1],
    ['/a', 2],
    ['/', 0],
    ['a//b', 3],
  ])('splits %j into %i', (text, count) => {
    expect(partCount(text, '/')).toBe(count);
  });

  it.each([
    ['a', undefined, 'a'],
    ['a/b/c', '/', 'c'],
    ['abc', '/', 'abc'],
    ['abc', '::', 'bc'],
    ['a/b', ' ', 'a/b'],
  ])('takes the last part of %j by %j', (text, separator, last) => {
    expect(lastPart(text, separator)).toBe(last);
  });

  it.each([
    [undefined, true],
    ['', true],
    [' \t\n\0', true],
    [' a ', false],
    ['\u00A0', false],
  ])('finds %j empty: %s', (text, empty) => {
    expect(isEmpty(text)).toBe(empty);
  });

  it('trims what is up to a blank', () => {
    expect(trim(' \n\u0001a b\u00A0 ')).toBe('a b\u00A0');
  });

  it('writes base64 of UTF-8', () => {
    expect(base64('Größe')).toBe('R3LDtsOfZQ==');
  });

  const FEW = ['Element', 'Element,Person', 'Element,Hot', 'Element,Store', 'Element,Ours'];
  const KEYS = [...FEW, 'Element,Window', 'Relationship,Loud', 'Ünï', 'FB', 'Ea', ...'xyzabcd'];
  it.each([
    [
      KEYS.slice(0, 6),
      'Element,Window|Element,Store|Element,Ours|Element|Element,Person|Element,Hot',
    ],
    [
      KEYS,
      'a|Element,Store|b|c|d|Element|Element,Person|Element,Window|Element,Ours|x|y|z|FB|Ea|Ünï|Element,Hot|Relationship,Loud',
    ],
  ])('orders as a hash map does: %j', (keys, order) => {
    const entries = inHashOrder(new Map(keys.map((key, place) => [key, place])));
    expect(entries.map(([key]) => key).join('|')).toBe(order);
  });
});

describe('lines', () => {
  it.each([
    ['a b c', 100, 10, 'a b c'],
    ['one two three four', 60, 10, 'one two<br />three<br />four'],
    ['unbreakablelongword x', 60, 10, 'unbreakablelongword<br />x'],
    ['two  blanks between words', 60, 10, 'two <br />blanks<br />between<br />words'],
    ['   ', 60, 10, ''],
  ])('breaks %j at %i pixels of size %i', (text, width, size, broken) => {
    expect(breakText(width, size, text)).toBe(broken);
  });

  it('keeps them below a number of characters', () => {
    expect(wrap(['aaa', 'bbb', 'ccc'], 8)).toBe('aaa bbb<br />ccc');
    expect(wrap(['aaa', 'bbb', 'ccc'], 7)).toBe('aaa<br />bbb<br />ccc');
  });

  it('indents them, and keeps a place for what comes later', () => {
    const out = new Writer();
    out.open('a {');
    const put = out.reserve();
    out.line('b\nc');
    out.line();
    out.close('}');
    put('  x\n  y');
    expect(out.toString()).toBe('a {\n  x\n  y\n  b\\nc\n\n}');
  });
});
