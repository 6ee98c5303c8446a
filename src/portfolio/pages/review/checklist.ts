/** A question that a reviewer is asked of a study; `id` is a part of its address, and stays. */
interface ChecklistQuestion {
  readonly id: string;
  readonly question: string;
}

/** What makes a study good enough to be shown, as five questions. */
export const CHECKLIST: readonly ChecklistQuestion[] = [
  {
    id: 'check-plain',
    question:
      'Could you tell it in five minutes to somebody who does not build software? Where would you get stuck?',
  },
  {
    id: 'check-trade-offs',
    question: 'For each choice: do you learn what was given up, and why that was worth it?',
  },
  {
    id: 'check-failure',
    question: 'When a part fails, is it clear what users see, who notices and what happens next?',
  },
  {
    id: 'check-cost',
    question: 'Do you know what it costs, and do you believe how the figure was come by?',
  },
  {
    id: 'check-drawings',
    question: 'Do the drawings show what you wanted to see, and would you redraw them from memory?',
  },
];
