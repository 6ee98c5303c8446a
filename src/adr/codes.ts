import { type CodeTable, diagnosticsOf } from '#diagnostics/diagnostic.ts';

/** Every finding about decision records and about the commands on them. */
export const ADR_CODES = {
  // Reading a record
  'adr-no-file': {
    severity: 'warning',
    meaning: 'A folder, or a link to nothing, has the name of a record.',
  },
  'adr-encoding': { severity: 'warning', meaning: 'A record is not UTF-8.' },
  'adr-no-title': {
    severity: 'warning',
    meaning: 'A record has neither a level-1 heading nor a title in its front matter.',
  },
  'adr-heading-number': {
    severity: 'warning',
    meaning: 'The number in a record’s heading is not the number of its file.',
  },
  'adr-no-status': { severity: 'warning', meaning: 'A record says nothing about its status.' },
  'adr-status-template': {
    severity: 'warning',
    meaning: 'The status of a record is still the text of its template.',
  },
  'adr-status-unknown': {
    severity: 'warning',
    meaning: 'A status is in words that no convention knows.',
  },
  'adr-status-disagrees': {
    severity: 'warning',
    meaning: 'The front matter and the Status section of a record name different statuses.',
  },
  'adr-date-form': { severity: 'warning', meaning: 'A date is not written YYYY-MM-DD.' },
  'adr-date-unreadable': {
    severity: 'warning',
    meaning: 'A date is no day of the calendar, or not in a form that is known.',
  },
  'adr-front-matter': { severity: 'warning', meaning: 'The front matter is not valid YAML.' },
  'adr-field-shape': {
    severity: 'warning',
    meaning: 'A field of the front matter does not have the shape that its name promises.',
  },
  // The log as a whole
  'adr-dangling-link': { severity: 'error', meaning: 'A link leads to no record of the log.' },
  'adr-supersede-cycle': { severity: 'error', meaning: 'Records supersede one another in a ring.' },
  'adr-number-twice': { severity: 'error', meaning: 'Two records of a log have one number.' },
  'adr-ambiguous-link': {
    severity: 'warning',
    meaning: 'A link names a number that two records have.',
  },
  'adr-one-sided-link': {
    severity: 'warning',
    meaning: 'A record supersedes or amends another, and only one of the two says so.',
  },
  'adr-no-successor': {
    severity: 'warning',
    meaning: 'A superseded record does not say by which record.',
  },
  'adr-superseded-by-proposal': {
    severity: 'warning',
    meaning: 'A record is superseded by one that is not accepted yet.',
  },
  'adr-no-consequences': {
    severity: 'warning',
    meaning: 'An accepted record does not say what follows from its decision.',
  },
  'adr-no-alternatives': {
    severity: 'warning',
    meaning: 'An accepted record does not say what else was considered.',
  },
  'adr-proposed-too-long': {
    severity: 'warning',
    meaning: 'A record has been proposed for longer than the limit.',
  },
  'adr-future-date': { severity: 'warning', meaning: 'A record is dated after today.' },
  'adr-edited-after-acceptance': {
    severity: 'warning',
    meaning: 'What an accepted record decides was edited after its acceptance.',
  },
  // Commands
  'adr-usage': { severity: 'error', meaning: 'A command was called in a way it does not know.' },
  'adr-title': { severity: 'error', meaning: 'A title cannot become a heading and a file name.' },
  'adr-unknown-reference': { severity: 'error', meaning: 'A reference names no record.' },
  'adr-ambiguous-reference': { severity: 'error', meaning: 'A reference names several records.' },
  'adr-no-log': { severity: 'error', meaning: 'The folder of the log does not exist.' },
  'adr-disk': { severity: 'error', meaning: 'A file could not be read or written.' },
  'adr-date-kept': {
    severity: 'warning',
    meaning: 'A date was left as it is, since day and month cannot be told apart safely.',
  },
  'adr-editor': { severity: 'warning', meaning: 'The editor could not be started.' },
} as const satisfies CodeTable;

/** Words a finding; code and severity come from the table. */
export const finding = diagnosticsOf(ADR_CODES);
