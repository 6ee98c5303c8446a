import { notesForPaper } from './link-notes.ts';

notesForPaper();
