import type { ComponentChildren } from 'preact';
import { lettreDEvenement } from '../../../functions/demandes/avis.ts';
import type { Consigne } from '../../../functions/demandes/consigne.ts';
import { GESTE_DE } from '../../../functions/demandes/consigner.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { commune } from '../../client.ts';
import { CadreDecision } from '../decision/cadre-decision.tsx';
import { EffetSurLaDate } from '../decision/effet-sur-la-date.tsx';
import { LettreAVenir } from '../decision/lettre-apercue.tsx';
import { PAGES } from '../dossier/pages-des-actes.ts';
import { Quand } from './quand.tsx';
import { type Page, useConsigne } from './use-consigne.ts';

type Champs<C> = {
  consigne: C;
  changer: (suite: Partial<C>) => void;
  erreur: (champ: string) => string | undefined;
};

type Props<C extends Consigne> = Page<C> & {
  verbe: string;
  rang?: 'danger';
  /** The label of the day on which it happened, where that may be another than today. */
  quand?: string;
  /** What to show instead of the letter that tells what was written down. */
  apercu?: ComponentChildren;
  /** What to do for the letter to be read. */
  pourLire?: string;
  /** Why there is nothing to write down. */
  rien?: (dossier: Dossier) => string | undefined;
  children: (champs: Champs<C>) => ComponentChildren;
};

/** The page of what an agent writes down: its own fields, then the day, what it does to the date, and the letter. */
export const CadreConsigne = <C extends Consigne>(props: Props<C>) => {
  const { dossier, verbe, rang, quand, pourLire = '', apercu, rien, children } = props;
  const { consigne, ecrire, erreur, jour, pas, decision, envoyer } = useConsigne(props);
  const geste = GESTE_DE[consigne.type];
  return (
    <CadreDecision
      titre={PAGES[geste].mot}
      verbe={verbe}
      acte={geste}
      {...(rang && { rang })}
      decision={decision}
      lettre={apercu ? undefined : pas && lettreDEvenement(pas.avant, pas.apres, commune)}
      apercu={apercu ?? <LettreAVenir phrase={pourLire} />}
      rien={rien?.(decision.apres)}
      onEnvoyer={envoyer}
    >
      {children({ consigne, changer: (suite) => ecrire({ ...consigne, ...suite }), erreur })}
      {quand && (
        <Quand
          libelle={quand}
          recueLe={dossier.recueLe}
          valeur={jour}
          erreur={erreur('jour')}
          onChange={(suite) => ecrire({ ...consigne, jour: suite })}
        />
      )}
      <EffetSurLaDate pas={pas} />
    </CadreDecision>
  );
};
