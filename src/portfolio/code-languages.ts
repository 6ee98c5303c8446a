/** What a language's text is told apart by; patterns without groups. */
export interface CodeLanguage {
  /** What a reader may skip. */
  readonly comment?: string;
  /** Values in quotes; ends at the line's end where the language says so. */
  readonly string?: string;
  /** What names the thing that follows: keys, tags. */
  readonly key?: string;
  readonly keywords?: ReadonlySet<string>;
  readonly anyCase?: boolean;
}

const SLASHES = '//[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|(?![\\s\\S]))';
const HASH = '#[^\\n]*';
/** A hash begins a comment after a blank: `a#b` is a word, `$#` a variable. */
const LOOSE_HASH = '(?<![^\\s;])#[^\\n]*';
const QUOTES = '"(?:\\\\.|[^"\\\\\\n])*"?|\'(?:\\\\.|[^\'\\\\\\n])*\'?';
const TEMPLATE = '`(?:\\\\.|[^`\\\\])*`?';
/** Three quotes hold lines. */
const BLOCKS = '"""[\\s\\S]*?(?:"""|(?![\\s\\S]))|\'\'\'[\\s\\S]*?(?:\'\'\'|(?![\\s\\S]))';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const JAVA_LIKE =
  'abstract as async await break case catch class const continue default do else enum export extends false final finally for from if implements import in interface internal is let namespace new null object of override package private protected public readonly record return sealed static super switch this throw throws true try type typeof using val var void when where while with yield';

const script: CodeLanguage = {
  comment: SLASHES,
  string: `${TEMPLATE}|${QUOTES}`,
  keywords: words(
    `${JAVA_LIKE} function undefined instanceof delete keyof satisfies declare get set`,
  ),
};
const java: CodeLanguage = {
  comment: SLASHES,
  string: `${BLOCKS}|${QUOTES}`,
  keywords: words(
    `${JAVA_LIKE} boolean byte char double float int long short bool string decimal def fun func trait match given lazy implicit data companion suspend struct event delegate operator params ref out base lock unsafe synchronized transient volatile native permits guard protocol extension init self nil`,
  ),
};
const go: CodeLanguage = {
  comment: SLASHES,
  string: `${TEMPLATE}|${QUOTES}`,
  keywords: words(
    'break case chan const continue default defer else fallthrough false for func go goto if import interface map nil package range return select struct switch true type var',
  ),
};
const rust: CodeLanguage = {
  comment: SLASHES,
  // A quote also begins a lifetime, so only a single character in quotes is a value.
  string: '"(?:\\\\.|[^"\\\\])*"?|\'(?:\\\\.|[^\'\\\\\\n])\'',
  keywords: words(
    'as async await break const continue crate dyn else enum extern false fn for if impl in let loop match mod move mut pub ref return self Self static struct super trait true type unsafe use where while',
  ),
};
const c: CodeLanguage = {
  comment: SLASHES,
  string: QUOTES,
  keywords: words(
    'auto bool break case catch char class const constexpr continue default delete do double else enum explicit extern false final float for friend goto if include define ifdef ifndef endif inline int long mutable namespace new noexcept nullptr operator override private protected public return short signed sizeof static struct switch template this throw true try typedef typename union unsigned using virtual void volatile while',
  ),
};
const python: CodeLanguage = {
  comment: HASH,
  string: `${BLOCKS}|${QUOTES}`,
  keywords: words(
    'and as assert async await break case class continue def del elif else except False finally for from global if import in is lambda match None nonlocal not or pass raise return True try while with yield',
  ),
};
const ruby: CodeLanguage = {
  comment: LOOSE_HASH,
  string: QUOTES,
  keywords: words(
    'alias and begin break case class def do else elsif end ensure false for if in module next nil not or raise redo rescue retry return self super then true undef unless until when while yield',
  ),
};
const shell: CodeLanguage = {
  comment: LOOSE_HASH,
  string: '"(?:\\\\[\\s\\S]|[^"\\\\])*"?|\'[^\']*\'?',
  keywords: words(
    'case do done elif else esac exit export fi for function if in local return set source then until while',
  ),
};
const sql: CodeLanguage = {
  comment: '--[^\\n]*|/\\*[\\s\\S]*?(?:\\*/|(?![\\s\\S]))',
  string: "'(?:''|[^'])*'?",
  anyCase: true,
  keywords: words(
    'add all alter and any as asc begin between by cascade case check column commit concurrently constraint create cross cte default delete desc distinct do drop else end exists explain false foreign from full function grant group having if in index inner insert into is join key lateral left like limit materialized not null nulls offset on or order outer over partition primary recursive references returning right rollback select set table then trigger true truncate union unique update using values view when where with',
  ),
};
const yaml: CodeLanguage = {
  comment: LOOSE_HASH,
  string: QUOTES,
  key: '(?<=^[ \\t]*(?:- +)*)[\\w./-]+(?=[ \\t]*:(?:\\s|(?![\\s\\S])))',
  keywords: words('true false null'),
};
const settings: CodeLanguage = {
  comment: '(?<![^\\s;])[#;][^\\n]*',
  string: `${BLOCKS}|${QUOTES}`,
  key: '(?<=^[ \\t]*)\\[[^\\]\\n]+\\]|(?<=^[ \\t]*)[\\w.-]+(?=[ \\t]*=)',
};
const json: CodeLanguage = {
  comment: SLASHES,
  key: '"(?:\\\\.|[^"\\\\\\n])*"(?=\\s*:)',
  string: '"(?:\\\\.|[^"\\\\\\n])*"?',
  keywords: words('true false null'),
};
const markup: CodeLanguage = {
  comment: '<!--[\\s\\S]*?(?:-->|(?![\\s\\S]))',
  key: '(?<=<[/?]?)[A-Za-z][\\w:.-]*',
  string: '(?<==)(?:"[^"]*"?|\'[^\']*\'?)',
};
const css: CodeLanguage = {
  comment: '/\\*[\\s\\S]*?(?:\\*/|(?![\\s\\S]))',
  string: QUOTES,
  key: '@[\\w-]+|(?<=[{;]\\s*)[\\w-]+(?=\\s*:)',
};
const infrastructure: CodeLanguage = {
  comment: `${SLASHES}|${LOOSE_HASH}`,
  string: '"(?:\\\\.|[^"\\\\\\n])*"?',
  keywords: words(
    'data else false for if in locals module null output provider resource terraform true variable',
  ),
};
const schema: CodeLanguage = {
  comment: `${SLASHES}|${LOOSE_HASH}`,
  string: `${BLOCKS}|${QUOTES}`,
  keywords: words(
    'enum extend extends false fragment implements import input interface message mutation on oneof option optional package query repeated required reserved returns rpc scalar schema service stream subscription syntax true type union',
  ),
};
const structurizr: CodeLanguage = {
  comment: `${SLASHES}|${LOOSE_HASH}`,
  string: '"(?:\\\\.|[^"\\\\\\n])*"?',
  keywords: words(
    'autolayout component container containerInstance deployment deploymentEnvironment deploymentNode description dynamic element exclude group include infrastructureNode model person perspectives properties relationship softwareSystem softwareSystemInstance styles systemContext systemLandscape tags technology title views workspace',
  ),
};
/** A line that is added stands out, one that is gone steps back. */
const diff: CodeLanguage = {
  key: '(?<=^)\\+(?!\\+\\+)[^\\n]*',
  comment: '(?<=^)-(?!--)[^\\n]*|(?<=^)@@[^\\n]*',
};
const docker: CodeLanguage = {
  comment: LOOSE_HASH,
  string: QUOTES,
  key: '(?<=^[ \\t]*)(?:FROM|RUN|CMD|LABEL|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)(?=\\s)',
};

/** By the word behind an opening fence, in lower case. */
export const CODE_LANGUAGES: ReadonlyMap<string, CodeLanguage> = new Map(
  (
    [
      ['js javascript jsx mjs cjs ts typescript tsx mts', script],
      ['java kotlin kt scala groovy gradle swift cs csharp c# dart php', java],
      ['go golang', go],
      ['rust rs', rust],
      ['c cpp c++ h hpp objc', c],
      ['python py', python],
      ['ruby rb', ruby],
      ['sh bash shell zsh console terminal makefile make', shell],
      ['sql postgresql postgres mysql plpgsql', sql],
      ['yaml yml', yaml],
      ['toml ini properties env conf', settings],
      ['json jsonc json5', json],
      ['html xml svg astro vue', markup],
      ['css scss less', css],
      ['hcl tf terraform', infrastructure],
      ['proto protobuf graphql thrift', schema],
      ['dsl structurizr', structurizr],
      ['diff patch', diff],
      ['dockerfile docker', docker],
    ] as const
  ).flatMap(([names, language]) =>
    names.split(' ').map((name): [string, CodeLanguage] => [name, language]),
  ),
);
