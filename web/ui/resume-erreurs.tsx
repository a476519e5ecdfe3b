import './champ.css';
import { useEffect, useRef } from 'react';
import type { Detail } from '../../functions/platform/refus.ts';
import { Icone } from './icones.tsx';

/** `discret` shows it without taking the focus. */
type Props = {
  erreurs: readonly Detail[];
  titre?: string | undefined;
  onSuivre?: (erreur: Detail) => void;
  discret?: boolean;
};

/** What must be mended, on top of the page. It takes the focus, and each line leads to its field. */
export const ResumeErreurs = ({ erreurs, titre, onSuivre, discret }: Props) => {
  const boite = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (erreurs.length > 0 && !discret) boite.current?.focus();
  }, [erreurs, discret]);
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
  const controle = champ ? document.getElementById(champ) : null;
  controle?.closest('.champ')?.scrollIntoView({ block: 'start' });
  controle?.focus({ preventScroll: true });
};

/** The sentence of one field. */
export const erreurDe = (erreurs: readonly Detail[], champ: string): string | undefined =>
  erreurs.find((erreur) => erreur.champ === champ)?.phrase;
