# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the launcher
# The commands of those who work on Pug Network, and of those who look closely. Run by ./pugnetwork, whose
# functions and paths they use; none of them returns.

# Makes sure that there is a Node.js that the tests can use. Where it would have to be installed, the
# version on offer is looked at first, for some systems have an old one.
need_node() {
  version=
  if command -v node >/dev/null; then
    version=$(node --version)
  elif can_install; then
    apt-get update -qq >&2 || die 'the lists of packages could not be updated with apt-get'
    version=$(LC_ALL=C apt-cache policy nodejs | sed -n 's/^ *Candidate: *\([0-9].*\)/\1/p')
  fi
  printf '%s\n' "${version#v}" | awk -F . '{ exit $1 * 100 + $2 < 2019 }' ||
    die "Node.js 20.19 or later is needed${version:+, not $version}: install it from https://nodejs.org"
  need node nodejs
}

# Makes sure that there are Node.js, a JDK, Maven and npm, which all tests of the whole need.
need_to_test() {
  need_node
  need_to_build
  need npm npm
}

# Makes sure that there is a browser for the tests, Google's own or Chromium.
need_chromium() {
  command -v google-chrome >/dev/null || need chromium chromium
}

# fuzz_target MODULE CLASS SECONDS: fuzzes a target, beginning with its corpus, and says what came of it.
fuzz_target() (
  name=${2##*.}
  work=$root/$1/target/fuzz
  log=$work/$name.log
  mkdir -p "$work/$name"
  cd "$root/$1" || exit
  status=0
  # Netty reaches memory in ways that look like attacks.
  "$jdk/bin/java" -XX:+UseSerialGC -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow --add-opens=java.base/java.nio=ALL-UNNAMED \
    -Dio.netty.tryReflectionSetAccessible=true \
    -cp "target/test-classes:target/classes:$(cat target/fuzz-classpath)" \
    com.code_intelligence.jazzer.Jazzer --target_class="$2" \
    '--instrumentation_includes=network.pug.**:io.netty.handler.codec.**' \
    '--custom_hook_excludes=io.netty.**' --reproducer_path="$work" \
    -artifact_prefix="$work/$name-" -max_total_time="$3" -max_len=8192 -timeout=10 \
    -print_final_stats=1 "$work/$name" "src/test/corpus/$name" >"$log" 2>&1 || status=$?
  inputs=$(sed -n 's/^stat::number_of_executed_units: //p' "$log")
  if [ "$status" -eq 0 ]; then
    say "$name: ${inputs:-0} inputs, nothing found"
  else
    say "$name: FOUND SOMETHING, see $log; the input lies beside it, and belongs into $1/src/test/corpus/$name"
    return 1
  fi
)

# measure CLASS [PROPERTY…]: runs a measurement that is no test by its name, for as long as it takes.
measure() {
  class=$1
  shift
  if stale; then build; fi
  maven --quiet --color never --no-transfer-progress process-test-classes surefire:test \
    -Dtest="$class" -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.timeout=0 "$@"
}

# bench WHAT: builds the benchmark, and becomes it, with memory that buffers can be made in.
bench() {
  need_to_build
  if stale; then build; fi
  say 'building the benchmark…'
  maven --quiet --color never --no-transfer-progress --projects bench --also-make -Dquick \
    compile dependency:build-classpath -Dmdep.outputFile=target/classpath >&2 ||
    die 'the benchmark could not be built, see above'
  exec "$jdk/bin/java" -XX:+UseSerialGC -Xmx1g --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow --add-opens=java.base/java.nio=ALL-UNNAMED \
    -Dio.netty.tryReflectionSetAccessible=true -Dio.netty.leakDetection.level=disabled \
    -Djava.library.path="${jar%/*}/lib/native" \
    -cp "$root/bench/target/classes:$(cat "$root/bench/target/classpath")" \
    network.pug.bench.Bench "$root" "$1"
}

# True where the echo is missing or something it is made of is newer.
echo_stale() {
  [ ! -f "$1" ] || find "$root/relay/src/test/java" -newer "$1" | grep -q .
}

command=$1
shift
case $command in
  fuzz | bench | soak) [ $# -le 1 ] || die "$command takes one argument, not $#" ;;
  echo) ;;
  *) [ $# -eq 0 ] || die "$command takes no further arguments" ;;
esac

case $command in
  test)
    need_to_test
    need_chromium
    need gdb gdb
    # The proxies of deploy/; Debian keeps two of them out of the path of those who are not root.
    PATH=$PATH:/usr/sbin
    need nginx nginx-light
    need caddy caddy
    need haproxy haproxy
    need strace strace
    maven --no-transfer-progress clean verify
    ;;
  echo)
    if stale; then build; fi
    home=$(find_java java) || die "$no_java"
    tests=$root/relay/target/test-classes
    echo=$tests/network/pug/relay/EchoServer.class
    if echo_stale "$echo"; then
      need_to_build
      say 'building the echo…'
      maven --quiet --color never --no-transfer-progress test-compile --projects relay --also-make -Dquick >&2 ||
        die 'the build failed, see above'
      touch "$echo" # the compiler leaves it as it is where nothing of it has changed
    fi
    become_relay -cp "$tests:$jar" network.pug.relay.EchoServer "$@"
    ;;
  residue)
    need_to_test
    need gdb gdb
    measure Residue
    ;;
  fuzz)
    seconds=${1-60}
    case $seconds in
      '' | 0* | *[!0-9]*) die "fuzz takes a number of seconds from 1 on, not '$seconds'" ;;
    esac
    need_to_build
    maven --quiet --color never --no-transfer-progress -Pfuzz -Dquick --projects relay,client \
      --also-make test-compile dependency:build-classpath -Dmdep.outputFile=target/fuzz-classpath ||
      die 'the targets could not be built, see above'
    findings=0
    for source in $(cd "$root" && find relay/src/test client/src/test -name '*Fuzz.java' | sort); do
      class=${source#*/java/}
      fuzz_target "${source%%/*}" "$(printf '%s' "${class%.java}" | tr / .)" "$seconds" || findings=1
    done
    exit "$findings"
    ;;
  timing)
    need_to_build
    maven --quiet --color never --no-transfer-progress --projects relay --also-make \
      test-compile surefire:test -Dtest=Timing -Dsurefire.failIfNoSpecifiedTests=false
    ;;
  soak)
    minutes=${1-30}
    case $minutes in
      '' | 0* | *[!0-9]*) die "soak takes a number of minutes from 1 on, not '$minutes'" ;;
    esac
    need_to_test
    measure Soak -Dsoak.minutes="$minutes"
    ;;
  siege)
    need_to_test
    need slowhttptest slowhttptest
    measure Siege
    ;;
  bench)
    case ${1-relays} in
      relays | growth | functions | all) bench "${1-relays}" ;;
      page)
        need_to_test
        need_chromium
        measure CreationTime
        ;;
      *) die "bench takes relays, growth, functions, all or page, not '$1'" ;;
    esac
    ;;
esac
exit
