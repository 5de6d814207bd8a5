#!/usr/bin/env bash
# Starts a server on a folder of its own, hires a cashier, and asks who works here.
set -euo pipefail
export GUANJIA_DATA_DIR="$(mktemp -d)" GUANJIA_PORT=18080 GUANJIA_TOKEN="choose-a-long-secret"
java -jar server-stub/reference-server/target/guanjia-server.jar serve &
server=$!
trap 'kill $server; wait $server || true; rm -rf "$GUANJIA_DATA_DIR"' EXIT

at=http://127.0.0.1:$GUANJIA_PORT
until curl -fs $at/actuator/health >/dev/null; do sleep 0.2; done
curl -fsS $at/v1/staff -H "Authorization: Bearer $GUANJIA_TOKEN" -H "Idempotency-Key: hire-G006" \
  -H "Content-Type: application/json" -d '{"staff_no": "G006", "name": "罗敏"}' -w '\n'
curl -fsS $at/v1/staff -H "Authorization: Bearer $GUANJIA_TOKEN" -w '\n'
