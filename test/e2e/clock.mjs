// Loaded before the bot: on SIGUSR2 its clock goes eleven minutes ahead.
const now = Date.now;
let ahead = 0;
process.on('SIGUSR2', () => {
  ahead += 11 * 60 * 1000;
  process.stdout.write(`The clock is ${ahead} ms ahead.\n`);
});
Date.now = () => now() + ahead;
