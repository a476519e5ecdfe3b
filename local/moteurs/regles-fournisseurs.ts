/** What a parameter of a provider must be. One that is in no list is refused, as there. */
type Regle = { requis?: true; forme?: RegExp; dit?: string };
export type Regles = Record<string, Regle>;

const REQUIS: Regle = { requis: true };
const LIBRE: Regle = {};
const ADRESSE: Regle = { requis: true, forme: /^https?:\/\/[^/]/, dit: 'une adresse' };

/** The parameters that each provider takes at `/authorize` and `/session/end`, by their published sources. */
export const REGLES = {
  franceconnect: {
    // github.com/france-connect/sources, back/apps/core-fcp/src/dto/authorize-params.dto.ts: no code_challenge there.
    autorisation: {
      client_id: REQUIS,
      acr_values: REQUIS,
      claims: LIBRE,
      response_type: REQUIS,
      // 22 characters and more today; other versions of the same file take 64 letters and digits, and nothing else.
      nonce: { requis: true, forme: /^.{22,}$/, dit: '22 caractères au moins' },
      state: REQUIS,
      redirect_uri: ADRESSE,
      scope: REQUIS,
      prompt: { forme: /^(login|consent)( (login|consent))*$/, dit: 'login ou consent' },
      idp_hint: LIBRE,
    },
    // Same sources, back/libs/oidc-provider/src/dto/logout-params.dto.ts.
    sortie: {
      id_token_hint: REQUIS,
      post_logout_redirect_uri: ADRESSE,
      state: LIBRE,
      client_id: LIBRE,
      logout_hint: LIBRE,
      ui_locales: LIBRE,
    },
  },
  proconnect: {
    // github.com/proconnect-gouv/federation, back/apps/core-fca-low/src/dto/authorize-params.dto.ts; the lengths of
    // state and nonce are from github.com/numerique-gouv/proconnect-documentation, doc_fs/implementation_technique.md.
    autorisation: {
      client_id: REQUIS,
      acr_values: LIBRE,
      claims: LIBRE,
      response_type: REQUIS,
      response_mode: LIBRE,
      nonce: { requis: true, forme: /^[\x20-\x7e]{32,512}$/, dit: '32 caractères au moins' },
      state: { requis: true, forme: /^.{32,}$/, dit: '32 caractères au moins' },
      redirect_uri: ADRESSE,
      scope: REQUIS,
      prompt: LIBRE,
      login_hint: LIBRE,
      siret_hint: { forme: /^.{14}$/, dit: '14 caractères' },
      idp_hint: LIBRE,
      code_challenge: LIBRE,
      code_challenge_method: LIBRE,
    },
    // The same documentation, 2.4.1.2, requires all three; logout-params.dto.ts lists the others.
    sortie: {
      id_token_hint: REQUIS,
      post_logout_redirect_uri: ADRESSE,
      state: REQUIS,
      client_id: LIBRE,
      logout_hint: LIBRE,
      ui_locales: LIBRE,
    },
  },
} as const satisfies Record<string, { autorisation: Regles; sortie: Regles }>;

/** What both refuse whatever the commune has declared: client_secret_basic, and a signature of another kind. */
export const SIGNATURES = ['ES256', 'RS256', 'HS256'] as const;
export const PREUVES_DU_CLIENT = ['client_secret_post', 'private_key_jwt'] as const;

/** The first thing that a provider would not take in these parameters, in words; undefined when it takes them all. */
export const fauteDe = (regles: Regles, parametres: URLSearchParams): string | undefined => {
  const fautes = [...new Set(parametres.keys())].map((nom) => fauteDUn(nom, regles, parametres));
  const absent = Object.keys(regles).find((nom) => regles[nom]?.requis && !parametres.get(nom));
  return fautes.find(Boolean) ?? (absent && `${absent} : ce paramètre est obligatoire`);
};

const fauteDUn = (nom: string, regles: Regles, parametres: URLSearchParams): string | undefined => {
  const regle = Object.hasOwn(regles, nom) ? regles[nom] : undefined;
  if (!regle) return `${nom} : ce paramètre n’est pas admis`;
  const [valeur = '', ...autres] = parametres.getAll(nom);
  if (autres.length > 0) return `${nom} : une seule fois`;
  return regle.forme && !regle.forme.test(valeur) ? `${nom} : ${regle.dit}` : undefined;
};
