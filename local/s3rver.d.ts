declare module 's3rver' {
  import type { RequestListener } from 'node:http';

  type Options = {
    directory: string;
    silent?: boolean;
    allowMismatchedSignatures?: boolean;
    vhostBuckets?: boolean;
    configureBuckets?: { name: string; configs: string[] }[];
  };
  type Magasin = {
    getResourcePath(bucket: string, cle: string, ressource: string): string;
    deleteObject(bucket: string, cle: string): Promise<void>;
  };
  export default class S3rver {
    constructor(options: Options);
    store: Magasin;
    logger: { silent: boolean };
    configureBuckets(): Promise<unknown>;
    callback(): RequestListener;
  }
}
