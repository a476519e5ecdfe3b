import type { Canal } from '../../../functions/demandes/fait.ts';
import { CANAUX } from '../mots.ts';

const TRACES: Record<Canal, string> = {
  web: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM3.5 12h17M12 3.5c3 3 3 14 0 17M12 3.5c-3 3-3 14 0 17',
  courriel: 'M3.5 6h17v12h-17zM4 6.5l8 6.5 8-6.5',
  sms: 'M4 5h16v11H10l-4.5 4v-4H4zM8.5 10.5h.1M12 10.5h.1M15.5 10.5h.1',
  telephone:
    'M6 4h3.5l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5V18a2 2 0 0 1-2 2A15.5 15.5 0 0 1 4 6a2 2 0 0 1 2-2z',
  guichet:
    'M12 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6.5 15.5c.5-2.5 2.7-3.5 5.5-3.5s5 1 5.5 3.5M3.5 15.5h17v4h-17z',
  courrier: 'M3.5 5h17v14h-17zM15 8h2.5v3H15zM6.5 12h5M6.5 15h7',
};

/** How it came in: a drawing for the eye, the word for the ear and under the pointer. */
export const IconeCanal = ({ canal }: { canal: Canal }) => (
  <span class="canal" title={CANAUX[canal]}>
    <svg class="icone" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={TRACES[canal]} />
    </svg>
    <span class="lu-seulement">{CANAUX[canal]}</span>
  </span>
);
