import './suivi.css';
import { enLettres, espacer } from '../../../functions/platform/lettres.ts';
import { adresse } from '../../client.ts';
import { Lien } from '../../ui/lien.tsx';
import { LigneDeVie } from '../../ui/ligne-de-vie.tsx';
import { Page } from '../../ui/page.tsx';
import { Paragraphes } from '../../ui/paragraphes.tsx';
import { ReferenceAffichee } from '../../ui/reference-affichee.tsx';
import { AjouterAuCompte } from '../compte/rattacher.tsx';
import { estConnecte } from '../compte/session.ts';
import { Annonce } from '../suites/annonce.tsx';
import { Gestes } from '../suites/gestes.tsx';
import { Messages } from './messages.tsx';
import { PiecesAEnvoyer } from './pieces-a-envoyer.tsx';
import { PiecesEnvoyees } from './pieces-envoyees.tsx';
import { ReponsesEnvoyees } from './reponses-envoyees.tsx';
import type { Suivie } from './suivie.ts';
import { Tour } from './tour.tsx';

/** A demande followed by the person who asked: whose turn it is, then its life. */
export const Suivi = ({ suivi, recharger }: { suivi: Suivie; recharger: () => void }) => (
  <Page
    titre={suivi.objet}
    onglet={`Suivi ${suivi.reference}`}
    retour={estConnecte() ? { vers: '/mes-demandes', mot: 'Mes demandes' } : { vers: '/', mot: 'Accueil' }}
    sur={
      <p class="discret nom-demarche">
        Demande <ReferenceAffichee reference={suivi.reference} taille="ligne" />
      </p>
    }
  >
    <Annonce reference={suivi.reference} />
    <div class="deux-colonnes">
      <div>
        <Tour suivi={suivi} recharger={recharger} />
        {suivi.rattachable && <AjouterAuCompte reference={suivi.reference} onAjoutee={recharger} />}
        {suivi.decision && <Decision decision={suivi.decision} />}
        {suivi.suites.map((suite) => (
          <Suite key={suite.titre} suite={suite} />
        ))}
        <Gestes suivi={suivi} recharger={recharger} />
        <PiecesAEnvoyer suivi={suivi} recharger={recharger} />
        <section>
          <h2>La vie de votre demande</h2>
          <LigneDeVie points={suivi.vie} />
        </section>
        <Messages suivi={suivi} recharger={recharger} />
        <ReponsesEnvoyees suivi={suivi} />
        <PiecesEnvoyees suivi={suivi} />
      </div>
      <Cote suivi={suivi} />
    </div>
  </Page>
);

const Decision = ({ decision }: { decision: NonNullable<Suivie['decision']> }) => (
  <section>
    <h2>La décision</h2>
    <div class="decision-lue">
      <Paragraphes lignes={decision.lignes.filter(Boolean)} classe="texte-libre" />
    </div>
  </section>
);

/** What the law opens from here: to appeal, to know why, to have it attested. */
const Suite = ({ suite: { titre, lignes } }: { suite: Suivie['suites'][number] }) => (
  <section>
    <h2>{titre}</h2>
    <Paragraphes lignes={lignes} classe="texte-libre" />
  </section>
);

const Cote = ({
  suivi: { reference, conteste, service, agent, lecteurs, gestes, sansAccuse },
}: {
  suivi: Suivie;
}) => (
  <aside class="autrement" aria-labelledby="service">
    <h2 id="service">Votre interlocuteur</h2>
    <p>
      {agent && (
        <>
          {agent.nom}, {agent.qualite}
          <br />
        </>
      )}
      {service.nom}
      <br />
      <a href={`tel:${service.telephone.replace(/ /g, '')}`}>{service.telephone.replace(/ /g, '\u00a0')}</a>
      <br />
      <a href={`mailto:${service.courriel}`}>{service.courriel}</a>
    </p>
    {conteste && (
      <>
        <h3>Ce que vous contestez</h3>
        <p>
          <Lien vers={`/suivi/${conteste}`}>La décision de la demande {conteste}</Lien>
        </p>
      </>
    )}
    {!sansAccuse && (
      <>
        <h3>Votre accusé de réception</h3>
        <p>
          <Lien vers={adresse('imprimerAccuse', { demande: reference })} icone="telecharger" telecharge>
            Télécharger (PDF)
          </Lien>
        </p>
      </>
    )}
    <h3>Qui a ouvert votre dossier</h3>
    {lecteurs.length === 0 ? (
      <p class="discret">Personne pour le moment. Chaque lecture par un agent s’écrira ici.</p>
    ) : (
      <ul>
        {lecteurs.map(({ le, nom }) => (
          <li key={`${le}${nom}`}>
            {nom}, le {espacer(enLettres(le))}
          </li>
        ))}
      </ul>
    )}
    {gestes.includes('desister') && (
      <>
        <h3>Vous n’en avez plus besoin{'\u00a0'}?</h3>
        <p>
          <Lien vers={`/suivi/${reference}/renoncer`}>Renoncer à ma demande</Lien>
        </p>
      </>
    )}
  </aside>
);
