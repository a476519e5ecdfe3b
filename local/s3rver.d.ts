declare module 's3rver' {
  import type { RequestListener } from 'node:http';

  type Options = {
    directory: string;
    silent?: boolean;
    allowMismatchedSignatures?: boolean;
    vhostBuckets?: boolean;
    configureBuckets?: { name: string; configs: string[] }[];
  };
  export default class S3rver {
    constructor(options: Options);
    logger: { silent: boolean };
    configureBuckets(): Promise<unknown>;
    callback(): RequestListener;
  }
}
