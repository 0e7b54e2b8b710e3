import type { ConsentTexts } from './consent-text.ts';

export const en: ConsentTexts = {
  '2026-1': {
    lead: 'To certify with your face we need your consent. Without it there are other ways.',
    points: [
      {
        question: 'What is recorded',
        answer:
          'When you enrol: the features of your face and one picture. Each time you certify: up to two dozen pictures.',
      },
      {
        question: 'What it is for',
        answer: 'Only to know that the person paid is alive and is you. Nothing else.',
      },
      {
        question: 'How long it is kept',
        answer:
          'Pictures of a certification: destroyed after 30 days if it passed, 90 days if it did not, 180 days if staff looked at it; marks that keep a picture from being used twice, one year. The recorded face: until you withdraw or are no longer paid.',
      },
      {
        question: 'Who sees it',
        answer: 'A machine compares. Only when it is not sure do the office’s staff look, and every look is recorded.',
      },
      {
        question: 'How to withdraw',
        answer:
          'At any time on your page, by telephone or at a counter. The recorded face and the pictures are then destroyed.',
      },
      {
        question: 'If you say no',
        answer: 'You are paid as before. You can go to a counter, have someone visit you, or use another way.',
      },
    ],
  },
};
