import { describe, expect, it } from 'vitest';
import { manifeste } from '../../functions/actions.ts';
import type { Alarme } from '../../lib/constructs/alarme.ts';
import type { NomConsommatrice, Perte } from '../../lib/pertes.ts';
import { perteDe } from '../../lib/pertes.ts';

type Props = ConstructorParameters<typeof Alarme>[2];

describe('ce qu’une personne perd', () => {
  it('est dit pour chaque action que personne n’attend', () => {
    const seules = manifeste
      // What is tried again is still in the queue whose alarm rings.
      .filter(({ contract: { sur } }) => sur && sur.type !== 'machine' && sur.type !== 'relance')
      .map(({ nom }) => nom);
    expect(Object.keys(perteDe).sort()).toEqual(seules.sort());
  });
  it('ne peut pas être tu : sans phrase, rien ne compile', () => {
    // @ts-expect-error an alarm without its loss
    const muette: Props = {
      metrique: {} as Props['metrique'],
      alertes: {} as Props['alertes'],
      commune: 'Essai',
    };
    // @ts-expect-error an empty sentence
    const vide: Perte = { phrase: '', runbook: 'pages-en-panne' };
    // @ts-expect-error a consumer that says nothing
    const incomplet: Record<NomConsommatrice, string> = { expedierEnvois: 'expeditions' };
    expect([muette, vide, incomplet]).toHaveLength(3);
  });
});
