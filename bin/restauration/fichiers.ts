import {
  CopyObjectCommand,
  type DeleteMarkerEntry,
  ListObjectVersionsCommand,
  type ObjectVersion,
  type S3Client,
} from '@aws-sdk/client-s3';

/** A version of a file, or the mark that it was erased. */
export type Version = {
  cle: string;
  version: string;
  le: Date;
  courante: boolean;
  efface: boolean;
};

/** The version that was to be read at an instant, when it is not the one that is read now. */
export const aRemettre = (versions: readonly Version[], instant: Date): Version | undefined => {
  const [alors] = versions
    .filter(({ le }) => le <= instant)
    .toSorted((a, b) => b.le.getTime() - a.le.getTime() || Number(b.courante) - Number(a.courante));
  return alors && !alors.efface && !alors.courante ? alors : undefined;
};

export type Fichiers = { client: S3Client; seau: string; instant: Date; prefixe?: string | undefined };

/** Puts back the files of a bucket as they were: what was erased or written over since then. Nothing that is there is erased. */
export const remettreFichiers = async ({
  client,
  seau,
  instant,
  prefixe,
}: Fichiers): Promise<{ remis: string[] }> => {
  const remis: string[] = [];
  for await (const versions of parFichier(client, seau, prefixe)) {
    const version = aRemettre(versions, instant);
    if (!version) continue;
    await client.send(
      new CopyObjectCommand({
        Bucket: seau,
        Key: version.cle,
        CopySource: `${seau}/${encodeURIComponent(version.cle)}?versionId=${encodeURIComponent(version.version)}`,
      }),
    );
    remis.push(version.cle);
  }
  return { remis };
};

/** S3 lists in order of names: the versions of one file may run over two pages. */
async function* parFichier(
  client: S3Client,
  Bucket: string,
  Prefix: string | undefined,
): AsyncGenerator<Version[]> {
  let enAttente: Version[] = [];
  let suite: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
  while (suite) {
    const page: Awaited<ReturnType<typeof lister>> = await lister(client, { Bucket, Prefix, ...suite });
    const fichiers = Map.groupBy([...enAttente, ...page.versions], ({ cle }) => cle);
    const groupes = [...fichiers.values()];
    enAttente = page.suite ? (groupes.pop() ?? []) : [];
    yield* groupes;
    suite = page.suite;
  }
}

type Liste = {
  Bucket: string;
  Prefix: string | undefined;
  KeyMarker?: string | undefined;
  VersionIdMarker?: string | undefined;
};

const lister = async (client: S3Client, liste: Liste) => {
  const page = await client.send(new ListObjectVersionsCommand(liste));
  const versions = [
    ...(page.Versions ?? []).map((version) => enVersion(version, false)),
    ...(page.DeleteMarkers ?? []).map((marque) => enVersion(marque, true)),
  ].toSorted((a, b) => (a.cle < b.cle ? -1 : Number(a.cle > b.cle)));
  return {
    versions,
    suite: page.IsTruncated
      ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
      : undefined,
  };
};

const enVersion = (
  {
    Key = '',
    VersionId = '',
    LastModified = new Date(0),
    IsLatest = false,
  }: ObjectVersion | DeleteMarkerEntry,
  efface: boolean,
): Version => ({ cle: Key, version: VersionId, le: LastModified, courante: IsLatest, efface });
