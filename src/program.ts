/** What was written is given so long to get out, in milliseconds. */
const LAST_LINES = 200;

/** Runs a program: an error is one message in the reader's words, without a trace, and exit code 1. */
export async function runProgram(program: () => void | Promise<void>): Promise<void> {
  try {
    await program();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
    // What still listens or is connected must not keep a program going that has failed.
    setTimeout(() => process.exit(), LAST_LINES).unref();
  }
}
