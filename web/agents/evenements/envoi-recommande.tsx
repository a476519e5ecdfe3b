import { ChampCase } from '../../ui/champ-choix.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { ChampJour } from '../decision/champ-jour.tsx';
import { useAujourdhui } from '../donnees.ts';
import { jourDe } from '../mots.ts';
import type { ConsigneDe } from './use-consigne.ts';

type Recommande = ConsigneDe<'original-demande'>['recommande'];
type Props = {
  recueLe: string;
  valeur: Recommande;
  erreur: (champ: string) => string | undefined;
  onChange: (recommande: Recommande) => void;
};

/** A registered letter, on paper or electronic, is what suspends the delay (CRPA R113-6, L112-15). */
export const EnvoiRecommande = ({ recueLe, valeur, erreur, onChange }: Props) => {
  const aujourdhui = useAujourdhui();
  const bornes = { min: jourDe(recueLe), max: aujourdhui };
  return (
    <>
      <ChampCase
        id="fait-recommande"
        libelle="Demandé par lettre recommandée"
        aide="Sans elle, l’original est demandé, mais le délai n’est pas suspendu. (CRPA, R113-6)"
        valeur={valeur !== undefined}
        onChange={(coche) => onChange(coche ? { numero: '', le: aujourdhui } : undefined)}
      />
      {valeur && (
        <>
          <ChampTexte
            id="fait-recommande-numero"
            libelle="Numéro du recommandé"
            taille="moyen"
            valeur={valeur.numero}
            erreur={erreur('recommande-numero')}
            onChange={(numero) => onChange({ ...valeur, numero })}
          />
          <ChampJour
            id="fait-recommande-le"
            libelle="Envoyé le"
            {...bornes}
            valeur={valeur.le}
            erreur={erreur('recommande-le')}
            onChange={(le) => onChange({ ...valeur, le })}
          />
          <ChampJour
            id="fait-recommande-accordLe"
            libelle="Recommandé électronique : accepté par la personne le"
            aide="Laissez vide pour une lettre sur papier. (CRPA, L112-15)"
            facultatif
            max={aujourdhui}
            valeur={valeur.accordLe ?? ''}
            erreur={erreur('recommande-accordLe')}
            onChange={(accordLe) => onChange(avecAccord(valeur, accordLe))}
          />
        </>
      )}
    </>
  );
};

const avecAccord = ({ numero, le }: NonNullable<Recommande>, accordLe: string): Recommande => ({
  numero,
  le,
  ...(accordLe && { accordLe }),
});
