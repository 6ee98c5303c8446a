import { defineReviewDesk } from './review/desk.ts';
import { defineReviewDifference } from './review/difference.ts';

defineReviewDesk();
defineReviewDifference();
