import { type LogicalLine, spanIn } from '../lexer/lines.ts';
import { tokenize, valueOfToken } from '../lexer/tokens.ts';
import { warnUnclosedQuote } from '../rules/unclosed-quote.ts';
import { warnUnknownSubstitution } from '../rules/unknown-substitution.ts';
import type { Session } from '../session.ts';
import type { Word } from './statement.ts';

const SUBSTITUTION = /\$\{[a-zA-Z0-9-_.]+?\}/g;

/** The words of a line: constants, variables, text blocks and the environment filled in. */
export function wordsOf(session: Session, line: LogicalLine): Word[] {
  return tokenize(line.text).map((token) => {
    const raw = token.raw.includes('${')
      ? substitute(session, line, token.raw, token.start)
      : token.raw;
    if (token.unclosed) warnUnclosedQuote(session, spanIn(line, token.start, token.end));
    const { start, end, quoted, unclosed } = token;
    return { raw, start, end, quoted, unclosed, text: valueOfToken(raw) };
  });
}

/**
 * Fills in each `${name}` once. Values are not looked through again, but for those of text blocks,
 * which stand for themselves.
 */
function substitute(
  session: Session,
  line: LogicalLine,
  raw: string,
  at: number,
  depth = 0,
): string {
  const { limits, used } = session.shared;
  let result = raw;
  for (const reference of new Set(raw.match(SUBSTITUTION))) {
    const name = reference.slice(2, -1);
    const value = substitutionFor(session, line, name, at, depth);
    if (value === undefined) {
      warnUnknownSubstitution(session, line, reference, at);
      continue;
    }
    const uses = result.split(reference).length - 1;
    const length = result.length + uses * (value.length - reference.length);
    used.substituted += result.length + uses * value.length;
    if (length > limits.tokenLength || used.substituted > limits.substituted) {
      session.stop(
        'This substitution stands for too much text.',
        spanIn(line, at, at + raw.length),
      );
    }
    result = result.replaceAll(reference, () => value);
  }
  return result;
}

function substitutionFor(
  session: Session,
  line: LogicalLine,
  name: string,
  at: number,
  depth: number,
): string | undefined {
  const constant = session.constants.get(name);
  if (constant?.kind === 'text-block') {
    // The made-up name of a block can be guessed, so one could be written into itself.
    return depth > 0 ? undefined : substitute(session, line, constant.value, at, depth + 1);
  }
  if (constant) return constant.value;
  const { env } = session.options;
  return session.isOn('environment') && env && Object.hasOwn(env, name) ? env[name] : undefined;
}
