/** What the drawing reads of a state, in the Amazon States Language. */
export type Etat = {
  Type: string;
  Resource?: string;
  Next?: string;
  End?: boolean;
  Default?: string;
  Choices?: Regle[];
  Retry?: Reprise[];
  Catch?: { ErrorEquals: string[]; Next: string }[];
  Seconds?: number;
  SecondsPath?: string;
  Timestamp?: string;
  TimestampPath?: string;
  Cause?: string;
};
export type Machine = { Comment?: string; StartAt: string; States: Record<string, Etat> };

type Regle = { Variable?: string; Next?: string; And?: Regle[]; Or?: Regle[]; Not?: Regle } & Record<
  string,
  unknown
>;
type Reprise = {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  MaxAttempts?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
};

/** `vers` is absent where the machine ends. */
type Suite = { vers?: string | undefined; quand?: string };
type Etape = { lignes: string[]; suites: Suite[] };

/** What a state does, and where it leads. A kind that the drawing does not know stops it, rather than draw half a machine. */
export const etapeDe = (nom: string, etat: Etat): Etape => {
  const gestes: Record<string, () => string[]> = {
    Task: () => [`appelle ${(etat.Resource ?? '').replace(/^\$\{(.+)\}$/, '$1')}`],
    Wait: () => [attenteDe(etat)],
    Choice: () => [],
    Pass: () => [],
    Succeed: () => [],
    Fail: () => [`échec${etat.Cause ? `, ${etat.Cause}` : ''}`],
  };
  const geste = gestes[etat.Type];
  if (!geste) throw new Error(`l’état « ${nom} » est d’un type que le dessin ne connaît pas : ${etat.Type}`);
  return { lignes: [...geste(), ...(etat.Retry ?? []).map(repriseDe)], suites: suitesDe(etat) };
};

const attenteDe = ({ Seconds, SecondsPath, Timestamp, TimestampPath }: Etat): string =>
  (Timestamp ?? TimestampPath)
    ? `attend jusqu’à ${Timestamp ?? TimestampPath}`
    : `attend ${Seconds === undefined ? `${SecondsPath} secondes` : dureeDe(Seconds)}`;

/** What AWS does of a retry that leaves something unsaid. */
const repriseDe = ({
  ErrorEquals,
  IntervalSeconds = 1,
  MaxAttempts = 3,
  BackoffRate = 2,
  MaxDelaySeconds,
}: Reprise): string =>
  [
    `réessaie ${MaxAttempts} fois sur ${ErrorEquals.join(', ')}`,
    `après ${dureeDe(IntervalSeconds)}, puis ${new Intl.NumberFormat('fr-FR').format(BackoffRate)} fois plus`,
    ...(MaxDelaySeconds ? [`au plus ${dureeDe(MaxDelaySeconds)}`] : []),
  ].join(', ');

const UNITES: [number, string][] = [
  [86_400, 'j'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
];
const dureeDe = (secondes: number): string => {
  const [taille, unite] = UNITES.find(([pas]) => secondes >= pas && secondes % pas === 0) ?? [1, 's'];
  return `${secondes / taille} ${unite}`;
};

const suitesDe = (etat: Etat): Suite[] => [
  ...(etat.Choices ?? []).map((regle) => ({ vers: regle.Next, quand: conditionDe(regle) })),
  ...(etat.Default ? [{ vers: etat.Default, quand: 'sinon' }] : []),
  ...(etat.Next ? [{ vers: etat.Next }] : []),
  ...(etat.Catch ?? []).map(({ ErrorEquals, Next }) => ({
    vers: Next,
    quand: `sur ${ErrorEquals.join(', ')}`,
  })),
  ...(etat.End || ['Succeed', 'Fail'].includes(etat.Type) ? [{}] : []),
];

const conditionDe = ({ Variable, And, Or, Not, Next: _, Comment: __, ...operateurs }: Regle): string => {
  if (And) return And.map(conditionDe).join(' et ');
  if (Or) return Or.map(conditionDe).join(' ou ');
  if (Not) return `pas (${conditionDe(Not)})`;
  return Object.entries(operateurs)
    .map(([operateur, valeur]) => `${Variable} ${compare(operateur, valeur)}`)
    .join(' et ');
};

const COMPARAISONS: [RegExp, string][] = [
  [/GreaterThanEquals(Path)?$/, '≥'],
  [/LessThanEquals(Path)?$/, '≤'],
  [/GreaterThan(Path)?$/, '>'],
  [/LessThan(Path)?$/, '<'],
  [/Equals(Path)?$/, '='],
  [/Matches$/, 'ressemble à'],
];
const compare = (operateur: string, valeur: unknown): string => {
  if (operateur === 'IsPresent') return valeur ? 'est là' : 'n’est pas là';
  const signe = COMPARAISONS.find(([forme]) => forme.test(operateur))?.[1] ?? operateur;
  return `${signe} ${String(valeur)}`;
};
