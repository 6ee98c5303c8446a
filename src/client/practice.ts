import { definePracticeBank } from './practice/bank.ts';
import { definePracticeSchedule } from './practice/schedule.ts';

definePracticeBank();
definePracticeSchedule();
