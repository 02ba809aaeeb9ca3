/** The first moment of Discord's ids, in milliseconds since 1970. Source: Discord's documentation, "Snowflakes". */
const EPOCH = 1_420_070_400_000n;

let increment = 0n;

/** A new id as Discord makes them: when it was made, and a running number. */
export function newSnowflake(now = Date.now()): string {
  increment = (increment + 1n) % 4096n;
  return String(((BigInt(now) - EPOCH) << 22n) | increment);
}
