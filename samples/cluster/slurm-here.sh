#!/usr/bin/env bash
# Starts Slurm on this machine, with one controller and one node, to try the sample. Run it as root on Debian, after:
# apt-get install slurm-wlm
set -euo pipefail
name=$(hostname --short)
cat > /etc/slurm/slurm.conf <<CONF
ClusterName=here
SlurmctldHost=$name
AuthType=auth/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
ReturnToService=2
SlurmctldPidFile=/run/slurmctld.pid
SlurmdPidFile=/run/slurmd.pid
SlurmdSpoolDir=/var/lib/slurm/slurmd
StateSaveLocation=/var/lib/slurm/slurmctld
SlurmUser=root
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
NodeName=$name CPUs=$(nproc) State=UNKNOWN
PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP
CONF
mkdir -p /var/lib/slurm/slurmd /var/lib/slurm/slurmctld /run/munge
if [ ! -s /etc/munge/munge.key ]; then
    dd if=/dev/urandom of=/etc/munge/munge.key bs=1024 count=1 status=none
fi

chown -R munge: /etc/munge /run/munge
chmod 400 /etc/munge/munge.key
runuser -u munge -- munged
slurmctld
slurmd
for attempt in $(seq 30); do
    if sinfo --noheader --format=%T 2>/dev/null | grep -q -E 'idle|mixed|allocated'; then
        sinfo
        exit 0
    fi

    sleep 1
done

echo "The node did not become idle after $attempt seconds. See /var/log/slurm." >&2
exit 1
