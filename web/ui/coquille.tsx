import './page.css';
import type { ComponentChildren } from 'preact';
import { useRoute } from 'wouter';
import { commune } from '../client.ts';
import { Icone } from './icones.tsx';
import { Lien } from './lien.tsx';

type Props = { children: ComponentChildren; compte: ComponentChildren };

/** What stands around every page of the portal. */
export const Coquille = ({ children, compte }: Props) => (
  <div class="coquille">
    <a class="evitement" href="#contenu">
      Aller au contenu
    </a>
    <header class="entete">
      <div class="cadre">
        <Lien vers="/">{commune.nomComplet}</Lien>
        <nav aria-label="Principale" class="sans-impression">
          <Lien vers="/suivi">Suivre une demande</Lien>
          {compte}
        </nav>
      </div>
    </header>
    <main class="corps" id="contenu" tabIndex={-1}>
      <div class="cadre">{children}</div>
    </main>
    <PiedDeLaPage />
  </div>
);

/** Under a form, the foot does not compete with it. */
const PiedDeLaPage = () => {
  const [remplit] = useRoute('/demarches/:demarche/formulaire/:etape');
  return remplit ? <PiedBref /> : <Pied />;
};

const Telephone = () => (
  <a href={`tel:${commune.telephone.replace(/ /g, '')}`}>
    <Icone nom="telephone" />
    <span class="insecable">{commune.telephone.replace(/ /g, '\u00a0')}</span>
  </a>
);

const PiedBref = () => (
  <footer class="pied pied-bref sans-impression">
    <div class="cadre">
      <Telephone />
      <Lien vers="/accessibilite">
        Accessibilité{'\u00a0'}: {commune.accessibilite}
      </Lien>
      <Lien vers="/mentions-legales">Mentions légales</Lien>
    </div>
  </footer>
);

const Pied = () => {
  const { adresse, horaires, courriel, nomComplet } = commune;
  return (
    <footer class="pied sans-impression">
      <div class="cadre">
        <section>
          <h2>{nomComplet}</h2>
          <p>
            {adresse.voie}
            {adresse.complement && (
              <>
                <br />
                {adresse.complement}
              </>
            )}
            <br />
            {adresse.codePostal} {adresse.ville}
          </p>
        </section>
        <section>
          <h2>Horaires d’ouverture</h2>
          <dl>
            {horaires.map(({ jours, heures }) => (
              <div key={jours}>
                <dt>{jours}</dt>
                <dd>{heures}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h2>Nous joindre</h2>
          <ul>
            <li>
              <Telephone />
            </li>
            <li>
              <a href={`mailto:${courriel}`}>
                <Icone nom="courriel" />
                <span>{courriel}</span>
              </a>
            </li>
          </ul>
        </section>
        <section>
          <h2>Ce site</h2>
          <ul>
            <li>
              <Lien vers="/accessibilite">
                Accessibilité{'\u00a0'}: {commune.accessibilite}
              </Lien>
            </li>
            <li>
              <Lien vers="/mentions-legales">Mentions légales</Lien>
            </li>
            <li>
              <Lien vers="/modalites">Modalités d’utilisation</Lien>
            </li>
            <li>
              <Lien vers="/verifier">Vérifier une attestation</Lien>
            </li>
            <li>
              <Lien vers="/registre">Registre des demandes</Lien>
            </li>
            <li>
              <Lien vers="/simulateur">Simulateur de délais</Lien>
            </li>
            <li>
              <Lien vers="/developpeurs">API</Lien>
            </li>
          </ul>
        </section>
      </div>
    </footer>
  );
};
