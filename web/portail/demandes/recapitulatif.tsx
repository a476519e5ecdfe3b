import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Detail } from '../../../functions/platform/refus.ts';
import { Bouton } from '../../ui/bouton.tsx';
import { Lien } from '../../ui/lien.tsx';
import { garder } from '../../ui/memoire.ts';
import { Panne } from '../../ui/panne.tsx';
import { ResumeErreurs } from '../../ui/resume-erreurs.tsx';
import { useEnvoi } from '../../ui/use-envoi.ts';
import { entreeDe, oublierBrouillon } from './brouillon.ts';
import type { Contexte } from './contexte.ts';
import { adresseCorrection, nommerRefus } from './correction.ts';
import { noterEnvoi } from './deja-envoyee.tsx';
import { type Ligne, lignesDe } from './lignes.ts';
import { type Etape, fautesDe, rattacher } from './plan.ts';

/** All that will be sent, each line with a way to change it, and the one button that sends it. */
export const Recapitulatif = (contexte: Contexte & { plan: Etape[] }) => {
  const { demarche, brouillon, changer, plan, aujourdhui } = contexte;
  const [, aller] = useLocation();
  const [fautes, signaler] = useState<Detail[]>([]);
  const { enCours, echec, envoyer } = useEnvoi('deposerDemande');
  const corriger = (details: readonly Detail[]) => {
    const aCorriger = rattacher(plan, details).map(({ detail }) => detail);
    changer(() => ({ aCorriger }));
    signaler(aCorriger);
  };
  const deposer = async (evenement: SubmitEvent) => {
    evenement.preventDefault();
    const manques = plan.flatMap((etape) => fautesDe(etape, brouillon, aujourdhui));
    if (manques.length > 0) return corriger(manques);
    signaler([]);
    const reponse = await envoyer(entreeDe(demarche, brouillon));
    if (!reponse.ok) return corriger(nommerRefus(reponse.echec.details, brouillon));
    const { reference } = reponse.valeur;
    garder(`recu:${reference}`, reponse.valeur);
    oublierBrouillon(demarche.id);
    noterEnvoi(demarche.id, reference);
    aller(`/recu/${reference}`, { replace: true });
  };
  const suivre = ({ champ }: Detail) => {
    const [lien] = rattacher(plan, [{ champ: champ ?? '', phrase: '' }]);
    if (lien?.numero) aller(adresseCorrection(demarche.id, lien.numero, champ));
  };
  return (
    <form onSubmit={deposer} noValidate>
      <ResumeErreurs erreurs={fautes} onSuivre={suivre} />
      {plan.slice(0, -1).map((etape, i) => (
        <Partie
          key={etape.titre}
          titre={etape.titre}
          lignes={lignesDe(etape, brouillon, demarche)}
          vers={(champ) => adresseCorrection(demarche.id, i + 1, champ)}
        />
      ))}
      <p class="discret">
        Vos réponses servent seulement à traiter cette demande.{' '}
        <Lien vers={`/demarches/${demarche.id}/donnees`}>Ce qu’elles deviennent, et vos droits</Lien>
      </p>
      {echec && fautes.length === 0 && (
        <Panne
          echec={echec}
          garde="Rien n’est perdu : vos réponses et vos fichiers sont gardés dans cet onglet. Vous pouvez envoyer à nouveau, votre demande ne partira qu’une fois."
        />
      )}
      <div class="boutons">
        <Bouton type="submit" enCours={enCours && 'Envoi en cours…'}>
          Envoyer ma demande
        </Bouton>
      </div>
    </form>
  );
};

type PropsPartie = { titre: string; lignes: Ligne[]; vers: (champ: string) => string };

const Partie = ({ titre, lignes, vers }: PropsPartie) => (
  <section>
    <h2>{titre}</h2>
    <dl class="recapitulatif">
      {lignes.map(({ champ, libelle, valeur }) => (
        <div key={champ}>
          <dt>{libelle}</dt>
          <dd>{valeur}</dd>
          <dd>
            <Lien vers={vers(champ)}>
              Modifier<span class="lu-seulement"> : {libelle}</span>
            </Lien>
          </dd>
        </div>
      ))}
    </dl>
  </section>
);
