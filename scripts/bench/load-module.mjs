// Prints how long it takes to load a module in a process that has done nothing else, and the processor's time for it, in ms.
const { pathToFileURL } = await import('node:url');
const before = process.cpuUsage();
const began = performance.now();
await import(pathToFileURL(process.argv[2]).href);
const ms = performance.now() - began;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1_000 }));
process.exit();
