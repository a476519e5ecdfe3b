// A program that waits: says its number, leaves when its launcher is gone.
process.on('disconnect', () => process.exit(0));
process.on('SIGTERM', () => process.exit(7));
process.stdout.write(
  `${process.pid} ${process.versions.node.split('.')[0]} ${process.argv.slice(2).join(' ')}\n`,
);
setInterval(() => undefined, 1000);
