# The whole project, to build from.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
# TypeScript stays for the types of another package; nothing runs it.
RUN npm run build && rm -rf dist/page && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/typescript node_modules/@typescript

# What runs: nothing here is written to, so the file system may be read-only.
FROM node:24-slim
ENV NODE_ENV=production HEALTH_PORT=8080
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/facts facts
USER node
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Process 1 is the bot itself: it gets the signals.
CMD ["node", "dist/bot/main.js"]
