import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Detail } from '../../../functions/platform/refus.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { allerAuChamp, ResumeErreurs } from '../../ui/resume-erreurs.tsx';
import type { ASaisir, Contexte, Saisie } from './contexte.ts';
import { apresCorrection, attendEncore } from './correction.ts';
import { adresseEtape, fautesDe, porte } from './plan.ts';
import { SaisieIdentite } from './saisie-identite.tsx';
import { SaisiePieces } from './saisie-pieces.tsx';
import { SaisieQuestions } from './saisie-questions.tsx';

const ENVOI_EN_COURS: Detail = {
  phrase: 'Un fichier est encore en route. Attendez qu’il soit reçu, ou annulez son envoi.',
};

/** A page to fill: nothing is said before one asks to continue, then everything at once. */
export const EtapeASaisir = (contexte: Contexte & { etape: ASaisir }) => {
  const { brouillon, changer, etape, aujourdhui, corriger } = contexte;
  const [, aller] = useLocation();
  const [erreurs, poser] = useState<Detail[]>(() =>
    brouillon.aCorriger.filter(({ champ }) => champ && porte(etape, champ)),
  );
  const [enRoute, compter] = useState(0);
  useEffect(() => {
    if (corriger) allerAuChamp(corriger);
  }, [corriger]);
  const encore = ({ champ }: Detail) => !champ || attendEncore(etape, champ, brouillon);
  const soumettre = (evenement: SubmitEvent) => {
    evenement.preventDefault();
    const fautes = [...fautesDe(etape, brouillon, aujourdhui), ...(enRoute > 0 ? [ENVOI_EN_COURS] : [])];
    poser(fautes);
    if (fautes.length > 0) return;
    changer(({ aCorriger }) => ({
      aCorriger: aCorriger.filter(({ champ }) => !champ || !porte(etape, champ)),
    }));
    aller(suiteDe(contexte));
  };
  return (
    <form onSubmit={soumettre} noValidate>
      <ResumeErreurs
        erreurs={erreurs}
        encore={encore}
        titre={erreurs.length === 1 && erreurs[0] === ENVOI_EN_COURS ? 'Encore un instant' : undefined}
      />
      <Champs {...contexte} etape={etape} erreurs={erreurs.filter(encore)} onEnRoute={compter} />
      <div class="boutons">
        <Bouton type="submit">
          {corriger === undefined ? 'Continuer' : 'Enregistrer et revenir au récapitulatif'}
        </Bouton>
      </div>
    </form>
  );
};

const suiteDe = ({ demarche, brouillon, numero, aujourdhui, corriger }: Contexte): string =>
  corriger === undefined
    ? adresseEtape(demarche.id, numero + 1)
    : apresCorrection(demarche, brouillon, aujourdhui);

const Champs = ({ etape, onEnRoute, ...reste }: Saisie & { onEnRoute: (combien: number) => void }) => {
  switch (etape.type) {
    case 'identite':
      return <SaisieIdentite {...reste} etape={etape} />;
    case 'questions':
      return <SaisieQuestions {...reste} etape={etape} />;
    case 'pieces':
      return <SaisiePieces {...reste} etape={etape} onEnRoute={onEnRoute} />;
  }
};
