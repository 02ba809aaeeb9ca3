import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Figures } from './figures.ts';

/** What is read off when figures are asked for. */
export type Gauges = {
  version: string;
  /** Which facts are answered from: their number, and a hash of all their files. */
  facts: () => { number: number; version: string };
  servers: () => number;
  /** To Discord and back, in seconds, by shard; of those where it was measured. */
  latency: () => { shard: number; seconds: number }[];
};

/** Figures as Prometheus reads them, with those of the process itself. */
export function countingFigures({ version, facts, servers, latency }: Gauges): {
  figures: Figures;
  text: () => Promise<string>;
  contentType: string;
} {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const exchanges = new Counter({
    name: 'kitabkhana_exchanges_total',
    help: 'Interactions and messages that were dealt with, by what they were and how that came out',
    labelNames: ['what', 'outcome'],
    registers,
  });
  const seconds = new Histogram({
    name: 'kitabkhana_reply_seconds',
    help: 'From the arrival of an interaction or message until Discord had taken the reply',
    labelNames: ['what'],
    // Discord waits three seconds; what is in memory takes a few milliseconds.
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
    registers,
  });
  const questions = new Counter({
    name: 'kitabkhana_questions_total',
    help: 'Questions by the language and status of their answer (answer, suggest, none)',
    labelNames: ['status', 'language'],
    registers,
  });
  const unanswered = new Counter({
    name: 'kitabkhana_unanswered_total',
    help: 'What people ask that the facts do not answer, by the matter recognised',
    labelNames: ['topic', 'language'],
    registers,
  });
  const reconnects = new Counter({
    name: 'kitabkhana_reconnects_total',
    help: 'How often the connection to the gateway was lost',
    registers,
  });
  const build = new Gauge({
    name: 'kitabkhana_build_info',
    help: 'The version that runs',
    labelNames: ['version'],
    registers,
  });
  build.set({ version }, 1);
  new Gauge({
    name: 'kitabkhana_facts',
    help: 'How many facts are answered from, with the version of their files',
    labelNames: ['version'],
    registers,
    collect() {
      this.reset();
      this.set({ version: facts().version }, facts().number);
    },
  });
  new Gauge({
    name: 'kitabkhana_servers',
    help: 'In how many servers of these shards the bot is',
    registers,
    collect() {
      this.set(servers());
    },
  });
  new Gauge({
    name: 'kitabkhana_gateway_latency_seconds',
    help: 'To the gateway and back, by shard',
    labelNames: ['shard'],
    registers,
    collect() {
      for (const { shard, seconds } of latency()) this.set({ shard }, seconds);
    },
  });
  return {
    figures: {
      exchanged({ what, outcome, seconds: took }) {
        exchanges.inc({ what, outcome });
        if (outcome === 'answered') seconds.observe({ what }, took);
      },
      told({ status, topic }, language) {
        questions.inc({ status, language });
        if (status !== 'answer') unanswered.inc({ topic, language });
      },
      reconnected: () => reconnects.inc(),
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
