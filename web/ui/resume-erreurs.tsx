import './champ.css';
import { useLayoutEffect, useRef } from 'react';
import { abreger } from '../../functions/demarches/reponses.ts';
import type { Detail } from '../../functions/platform/refus.ts';
import { Icone } from './icones.tsx';
import { useOngletEnErreur } from './onglet.ts';

/** `discret` shows it without taking the focus; `encore` tells which are still to be mended. */
type Props = {
  erreurs: readonly Detail[];
  titre?: string | undefined;
  onSuivre?: (erreur: Detail) => void;
  discret?: boolean;
  encore?: (erreur: Detail) => boolean;
};

/** What must be mended, on top of the page. It takes the focus, and each line leads to its field. */
export const ResumeErreurs = ({ erreurs: toutes, titre, onSuivre, discret, encore = () => true }: Props) => {
  const boite = useRef<HTMLDivElement>(null);
  const erreurs = toutes.filter(encore);
  useOngletEnErreur(erreurs.length > 0 && !discret);
  // What is mended since leaves the list without a word: only a new attempt calls back.
  // Before anyone can touch it: a focus that comes later would be stolen.
  useLayoutEffect(() => {
    if (toutes.length > 0 && !discret) boite.current?.focus();
  }, [toutes, discret]);
  if (erreurs.length === 0) return null;
  const suivre = (evenement: MouseEvent, erreur: Detail) => {
    evenement.preventDefault();
    if (onSuivre) onSuivre(erreur);
    else allerAuChamp(erreur.champ);
  };
  return (
    <div class="resume-erreurs" role={discret ? undefined : 'alert'} tabIndex={-1} ref={boite}>
      <h2>
        <Icone nom="retard" />
        {titre ??
          (erreurs.length === 1
            ? 'Une réponse est à corriger'
            : `${erreurs.length} réponses sont à corriger`)}
      </h2>
      <ul>
        {erreurs.map((erreur) => (
          <li key={`${erreur.champ} ${erreur.phrase}`}>
            {erreur.champ ? (
              <a href={`#${erreur.champ}`} onClick={(evenement) => suivre(evenement, erreur)}>
                {erreur.phrase}
              </a>
            ) : (
              erreur.phrase
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Brings a field and its label on screen, and the cursor into it. */
export const allerAuChamp = (champ: string | undefined): void => {
  const controle = champ ? (cocheDe(champ) ?? document.getElementById(champ)) : null;
  controle?.closest('.champ')?.scrollIntoView({ block: 'start' });
  controle?.focus({ preventScroll: true });
};

/** Among radio buttons, the one that is ticked. */
const cocheDe = (champ: string): HTMLElement | null =>
  document.querySelector(`input[type="radio"][name="${CSS.escape(champ)}"]:checked`);

/** The sentence of one field; beside it, its label need not be said again. */
export const erreurDe = (erreurs: readonly Detail[], champ: string, libelle?: string): string | undefined => {
  const phrase = erreurs.find((erreur) => erreur.champ === champ)?.phrase;
  return phrase && libelle ? abreger(libelle, phrase) : phrase;
};
