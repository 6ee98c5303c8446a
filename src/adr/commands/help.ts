/** The commands, in the order of the general help. */
export const COMMANDS = [
  'init',
  'new',
  'link',
  'list',
  'generate',
  'upgrade-repository',
  'config',
  'help',
  'status',
  'show',
  'lint',
] as const;

export type CommandName = (typeof COMMANDS)[number];

/** The reports of `adr generate`. */
export const REPORTS = ['graph', 'toc'] as const;

/** Help of a command, or of a report as `generate toc`. */
const TOPICS: Readonly<Record<string, string>> = {
  init: `usage: adr init [--json] [DIRECTORY]

Starts a log of architecture decision records: makes DIRECTORY, writes its name
to \`.adr-dir\`, and records the decision to keep records. Without DIRECTORY the
log is \`doc/adr\`, or the one that a folder above has already.

    adr init docs/decisions
`,
  new: `usage: adr new [-s REF]... [-l TARGET:LINK:REVERSE-LINK]...
               [--template NAME|FILE] [--status WORD] [--json] TITLE...

Writes a new record with the next number, opens it in VISUAL or EDITOR when one
of them is set, and prints its path. Options come before the title; a title that
begins with a hyphen comes after \`--\`.

  -s REF     the new record supersedes REF; both records say so
  -l TARGET:LINK:REVERSE-LINK
             links the new record to TARGET and back
  --template madr, nygard, or a file
             instead of ADR_TEMPLATE and LOG/templates/template.md; NUMBER, TITLE,
             DATE and STATUS in it are replaced, the first of each on a line
  --status WORD
             instead of Accepted
  --json     what was written, as JSON

REF and TARGET are a number, a file name, or a part of a name that only one
record has. ADR_DATE is the date instead of today's.

    adr new -s 9 Use Rust for functions that must be fast
    adr new -l "12:Amends:Amended by" Keep events for seven days
`,
  link: `usage: adr link [--json] SOURCE LINK TARGET REVERSE-LINK

Writes a link into the status of two records: LINK, from SOURCE to TARGET, and
REVERSE-LINK, back again. SOURCE and TARGET are a number, a file name, or a part
of a name that only one record has.

    adr link 12 Amends 10 "Amended by"
`,
  list: `usage: adr list [--json]

Prints the paths of the records, sorted by name.

    adr list
`,
  generate: `usage: adr generate [REPORT [OPTION...]]

Prints a report on the log: ${REPORTS.join(' or ')}. Without REPORT, their names.

    adr generate toc > doc/adr/index.md
`,
  'generate toc': `usage: adr generate toc [-i INTRO] [-o OUTRO] [-p PREFIX] [--json]

Prints a table of contents in Markdown.

  -i INTRO   a Markdown file to go before the list
  -o OUTRO   a Markdown file to go after it
  -p PREFIX  goes before each file name in a link

    adr generate toc -i intro.md -p doc/adr/
`,
  'generate graph': `usage: adr generate graph [-p PREFIX] [-e EXTENSION] [--json]

Prints the log as a graph for Graphviz.

  -p PREFIX  goes before each address
  -e EXTENSION
             of the addresses, instead of .html; may be empty

    adr generate graph | dot -Tsvg > graph.svg
`,
  'upgrade-repository': `usage: adr upgrade-repository [--json]

Rewrites \`Date: DD/MM/YYYY\` as \`Date: YYYY-MM-DD\` in every record.

    adr upgrade-repository
`,
  config: `usage: adr config [--json]

Prints where the command and its templates are, as assignments of a shell.

    eval "$(adr config)" && cp "$adr_template_dir/template.md" doc/adr/templates/
`,
  help: `usage: adr help [COMMAND [SUBCOMMAND]]

Prints help, through ADR_PAGER or PAGER when one of them is set.

    adr help generate toc
`,
  status: `usage: adr status [--json] [REF STATUS]

Prints number, status, date and title of every record, or sets the status of one
to proposed, accepted, rejected or deprecated.

    adr status 12 accepted
`,
  show: `usage: adr show [--json] REF

Prints what a record says: status, date, people, relations, options, consequences.

    adr show 12
`,
  lint: `usage: adr lint [--json] [--proposed-days N]

Checks the log. Broken links, rings of superseding records and doubled numbers are
errors, the rest are warnings; ends with 1 when there is an error.

  --proposed-days N
             how long a record may stay proposed; 90 unless given

    adr lint
`,
};

/** Help of a command and its subcommand; unknown names give the general help. */
export function helpText(words: readonly string[]): string {
  const topic = TOPICS[words.slice(0, 2).join(' ')];
  // Debian's adr-tools has no `config`, so its users meet the general help here.
  return words[0] === 'config' ? `${topic}\n${generalHelp()}` : (topic ?? generalHelp());
}

/** The list of commands. */
export function generalHelp(): string {
  const names = COMMANDS.map((name) => `  ${name}\n`).join('');
  return `usage: adr help COMMAND [ARG] ...\nCOMMAND is one of:\n${names}Run 'adr help COMMAND' for help on a specific command.\n`;
}
