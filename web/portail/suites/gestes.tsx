import './suites.css';
import { useState } from 'react';
import { Bouton } from '../../ui/bouton.tsx';
import { Encart } from '../../ui/encart.tsx';
import { Lien } from '../../ui/lien.tsx';
import { Panne } from '../../ui/panne.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';
import type { Suivie } from '../demandes/suivie.ts';

type Props = { suivi: Suivie; recharger: () => void };

/** What the law lets the person do about a decision, without leaving the follow-up. */
export const Gestes = ({ suivi, recharger }: Props) => {
  const { reference, gestes } = suivi;
  const { demandees, ...motifs } = useMotifs(reference, recharger);
  const peutDemander = gestes.includes('demanderMotifs');
  const peutContester = gestes.includes('contester');
  const peutObserver = gestes.includes('observer');
  if (!peutDemander && !peutContester && !peutObserver && !demandees && !motifs.echec) return null;
  return (
    <section class="sans-impression">
      <h2 id="gestes" tabIndex={-1}>
        Ce que vous pouvez faire ici
      </h2>
      <div role="status">
        {demandees && (
          <Encart sens="fait" titre="Les raisons sont demandées">
            <p>La mairie est prévenue. Sa réponse viendra sur cette page.</p>
          </Encart>
        )}
      </div>
      {peutObserver && <Repondre reference={reference} repondu={suivi.envisage?.repondu === true} />}
      {motifs.echec && <Panne echec={motifs.echec} />}
      {peutDemander && (
        <div class="geste">
          <h3>Savoir pourquoi</h3>
          <p>
            La mairie aura un mois pour vous donner ses raisons. Le délai pour contester repartira ensuite
            {'\u00a0'}: deux mois à compter de sa réponse. <span class="insecable">(CRPA, L232-4)</span>
          </p>
          <Bouton rang="second" onClick={motifs.demander} enCours={motifs.enCours && 'Envoi en cours…'}>
            Demander les raisons
          </Bouton>
        </div>
      )}
      {peutContester && (
        <div class="geste">
          <h3>Faire revoir la décision</h3>
          <p>
            Dites à la mairie pourquoi elle devrait décider autrement{'\u00a0'}: c’est un recours gracieux.{' '}
            <span class="insecable">(CRPA, L411-2)</span>
          </p>
          <Lien vers={`/suivi/${reference}/contester`} rang="second">
            Contester la décision
          </Lien>
        </div>
      )}
    </section>
  );
};

/** Once they have answered, it is the commune's turn: they may still add to it. */
const Repondre = ({ reference, repondu }: { reference: string; repondu: boolean }) => (
  <div class="geste">
    <h3>{repondu ? 'Votre réponse est arrivée' : 'Répondre avant que la mairie décide'}</h3>
    <p>
      {repondu
        ? 'La mairie lira vos observations avant de décider.'
        : 'La mairie envisage de revenir sur sa décision. Elle doit d’abord lire ce que vous en dites.'}
    </p>
    <Lien vers={`/suivi/${reference}/observations`} rang={repondu ? 'second' : 'premier'}>
      {repondu ? 'Ajouter des observations' : 'Présenter mes observations'}
    </Lien>
  </div>
);

/** Asks for the reasons; the page then shows the demande as it has become, a refusal included. */
const useMotifs = (reference: string, recharger: () => void) => {
  const [demandees, noter] = useState(false);
  const { enCours, echec, envoyer } = useEnvoi('demanderMotifs');
  const demander = async () => {
    const reponse = await envoyer({ demande: reference });
    if (reponse.ok) {
      noter(true);
      document.getElementById('gestes')?.focus();
    }
    if (reponse.ok || reponse.echec.nature === 'refus') recharger();
  };
  return { demandees, enCours, echec, demander: () => void demander() };
};
