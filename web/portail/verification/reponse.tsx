import './verification.css';
import { useEffect, useRef } from 'react';
import { espacer } from '../../../functions/platform/lettres.ts';
import { commune } from '../../client.ts';
import { Chargement } from '../../ui/attente.tsx';
import type { Sens } from '../../ui/encart.tsx';
import { Icone, type NomIcone } from '../../ui/icones.tsx';
import { Panne } from '../../ui/panne.tsx';
import { TexteLie } from '../../ui/texte-lie.tsx';
import { Mentions } from './mentions.tsx';
import type { Verdict, Verification } from './use-verification.ts';

/** What the commune answers, in the place where one looks for it. */
export const Reponse = ({ enCours, verdict, echec }: Omit<Verification, 'verifier'>) => {
  if (enCours) return <Chargement phrase="Vérification en cours…" />;
  if (echec && echec.details.length === 0)
    return (
      <div class="reponse">
        <Panne echec={echec} titre="Ce code n’est pas connu" />
      </div>
    );
  return verdict ? <VerdictAffiche verdict={verdict} /> : null;
};

const VerdictAffiche = ({ verdict }: { verdict: Verdict }) => {
  const titre = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    titre.current?.focus({ preventScroll: true });
    titre.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { sens, icone, mot } = motDe(verdict);
  return (
    <section class="reponse" data-sens={sens} aria-labelledby="verdict">
      <div class="verdict">
        <h2 id="verdict" tabIndex={-1} ref={titre}>
          <Icone nom={icone} />
          <span>{mot}</span>
        </h2>
        <p>{espacer(verdict.phrase)}</p>
        {!verdict.authentique && (
          <p>
            <TexteLie>{`Ne vous y fiez pas. Si vous avez un doute, appelez la mairie au ${commune.telephone}.`}</TexteLie>
          </p>
        )}
      </div>
      {verdict.attestation && <Mentions attestation={verdict.attestation} />}
    </section>
  );
};

const motDe = ({ authentique, tient }: Verdict): { sens: Sens; icone: NomIcone; mot: string } => {
  if (!authentique) return { sens: 'retard', icone: 'retirer', mot: 'Pas authentique' };
  return tient
    ? { sens: 'fait', icone: 'fait', mot: 'Authentique, et elle tient' }
    : { sens: 'retard', icone: 'retard', mot: 'Authentique, mais elle ne tient plus' };
};
