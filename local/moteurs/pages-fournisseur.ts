import type { Commune } from '../../functions/commune/commune.ts';
import { html, page } from '../console/html.ts';

/** Whom one may choose to be, and the words of the page. */
export type Vitrine = {
  titre: string;
  mot: string;
  comptes: readonly { valeur: string; nom: string; qualite: string }[];
};

/** Who do you want to be? One button each, no password. */
export const pageDeChoix = ({ nomComplet }: Commune, { titre, mot, comptes }: Vitrine): string =>
  page(
    titre,
    html`
<p class="grande">${nomComplet}</p>
<p>${mot}</p>
<form method="post">
<ul class="choix">${comptes.map(
      ({ valeur, nom, qualite }) => html`
<li><button name="compte" value="${valeur}"><strong>${nom}</strong> ${qualite}</button></li>`,
    )}
</ul>
</form>`,
  );

export const pageDeRefus = (raison: string): string =>
  page('La connexion n’a pas abouti', html`<p>${raison}</p><p>Revenez en arrière, puis recommencez.</p>`);

/** The protocol wants a form; it sends itself, and keeps a button where scripts are off. */
export const pageDeDepart = (formulaire: string): string =>
  page(
    'Déconnexion',
    html`
<p>Vous quittez votre session.</p>
${{ html: formulaire.replace('</form>', '<input type="hidden" name="logout" value="yes"><button>Se déconnecter</button></form>') }}
<script>document.getElementById('op.logoutForm').submit()</script>`,
  );
