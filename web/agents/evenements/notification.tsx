import { MOYENS, Moyen } from '../../../functions/demandes/fait.ts';
import type { Dossier } from '../../../functions/demandes/formes.ts';
import { lettreDeDecision } from '../../../functions/demandes/lettres.ts';
import { commune } from '../../client.ts';
import { ChampChoix } from '../../ui/champ-choix.tsx';
import { ChampTexte } from '../../ui/champ-texte.tsx';
import { demandeDe } from '../decision/brouillon.ts';
import { ChampJour } from '../decision/champ-jour.tsx';
import { LettreApercue } from '../decision/lettre-apercue.tsx';
import { useAujourdhui } from '../donnees.ts';
import { jourDe } from '../mots.ts';
import { CadreConsigne } from './cadre-consigne.tsx';
import type { ConsigneDe } from './use-consigne.ts';

const CHOIX = Object.entries(MOYENS).map(([valeur, libelle]) => ({
  valeur,
  libelle: libelle.charAt(0).toUpperCase() + libelle.slice(1),
}));

/** A mail that announced a decision came back: the signed letter is handed over, and the delay runs from that day. */
export const Notifier = ({ dossier }: { dossier: Dossier }) => {
  const aujourdhui = useAujourdhui();
  const initiale: ConsigneDe<'notification'> = {
    type: 'notification',
    moyen: 'recommande',
    numero: '',
    jour: aujourdhui,
  };
  return (
    <CadreConsigne
      dossier={dossier}
      initiale={initiale}
      annonce="La remise de la décision est notée."
      verbe="Noter la remise et prévenir la personne"
      apercu={
        <LettreApercue
          lettre={lettreDeDecision(demandeDe(dossier, commune), commune)}
          dossier={{ ...dossier, voies: [] }}
          imprimeAilleurs={false}
          surPapier
        />
      }
    >
      {({ consigne, changer, erreur }) => (
        <>
          <ChampChoix
            id="fait-moyen"
            libelle="Comment la décision a été remise"
            options={CHOIX}
            valeur={consigne.moyen}
            erreur={erreur('moyen')}
            onChange={(moyen) => changer({ moyen: Moyen.parse(moyen) })}
          />
          <ChampTexte
            id="fait-numero"
            libelle="Numéro du recommandé"
            taille="court"
            facultatif
            valeur={consigne.numero ?? ''}
            erreur={erreur('numero')}
            onChange={(numero) => changer({ numero })}
          />
          <ChampJour
            id="fait-jour"
            libelle="Reçue par la personne le"
            aide="Le jour de la remise, ou celui de l’avis de réception&nbsp;: le délai pour contester court de ce jour."
            min={jourDe(dossier.recueLe)}
            max={aujourdhui}
            valeur={consigne.jour}
            erreur={erreur('jour')}
            onChange={(jour) => changer({ jour })}
          />
        </>
      )}
    </CadreConsigne>
  );
};
