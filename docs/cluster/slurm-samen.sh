#!/bin/sh
#SBATCH --job-name=rtbrief-samen
#SBATCH --cpus-per-task=4
#SBATCH --mem=1G
#SBATCH --time=01:00:00
#SBATCH --requeue
# Voegt de delen samen; de afloop is die van het geheel. Ook dit maakt dezelfde taak af als het wordt afgebroken.
set -eu
: "${DATA:=/data/rtbrief}"
rtbrief batch --voegsamen "$DATA"/uit/deel-* -o "$DATA/uit/samen"
