#!/bin/sh
# Runs a command where no file system can be written to. To be started in a mount namespace of its
# own, with the right to mount there: unshare --mount sh read-only.sh COMMAND [ARGUMENT...]
set -eu

mount --make-rprivate /

# Of each mount: where it is (with octal escapes), and its options, of which the kernel wants all but
# the first unchanged.
mounts=$(cut -d ' ' -f 5,6 /proc/self/mountinfo)
printf '%s\n' "$mounts" | while read -r target options; do
  # Those that are hidden below others cannot be named. The look below counts.
  mount -o "remount,bind,ro,${options#r[ow],}" "$(printf '%b' "$target")" 2>/dev/null || :
done

# Not what is allowed, but what works: root is allowed all.
{
  printf '%s\n' "$mounts" | cut -d ' ' -f 1
  printf '%s\n' "$PWD" "${HOME:-/}" "${TMPDIR:-/tmp}" /tmp /var/tmp /dev/shm /run
} | while read -r target; do
  target=$(printf '%b' "$target")
  if [ -d "$target" ]; then
    probe=$target/pugnetwork-probe
  elif [ -f "$target" ]; then
    probe=$target
  else
    continue
  fi
  if (: >>"$probe") 2>/dev/null; then
    echo "can be written to: $target" >&2
    exit 1
  fi
done

exec "$@"
