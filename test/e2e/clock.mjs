// Loaded before the bot: each SIGUSR2 puts its clock forward by six minutes.
const now = Date.now;
let ahead = 0;
process.on('SIGUSR2', () => {
  ahead += 6;
  process.stdout.write(`The clock is ${ahead} minutes ahead.\n`);
});
Date.now = () => now() + ahead * 60 * 1000;
