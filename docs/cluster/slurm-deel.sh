#!/bin/sh
#SBATCH --job-name=rtbrief-deel
#SBATCH --array=1-8
#SBATCH --cpus-per-task=8
#SBATCH --mem=1G
#SBATCH --time=01:00:00
#SBATCH --requeue
# Maakt één deel van de brieven. Wordt de taak afgebroken, dan maakt dezelfde taak haar deel af.
set -eu
: "${DATA:=/data/rtbrief}"
deel=$SLURM_ARRAY_TASK_ID
afloop=0
rtbrief batch "$DATA/zaken" -o "$DATA/uit/deel-$deel" --deel "$deel/$SLURM_ARRAY_TASK_COUNT" \
  --organisatie "$DATA/organisatie.yaml" --drukstroom --dubbelzijdig || afloop=$?
# Geweigerde zaken (1) en vragen (3) staan in fouten.jsonl; alleen het andere is een storing.
case $afloop in
0 | 1 | 3) exit 0 ;;
*) exit "$afloop" ;;
esac
