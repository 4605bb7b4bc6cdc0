# Sourced by the other tools: installs what is missing, configures and builds. Everything it says goes to standard error,
# so that the output of the program stays clean.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { echo "$*" >&2; }

# Installs the packages of tools/packages.txt that are missing.
install_packages() {
  local missing installed
  # dpkg-query fails when it has never heard of one of the packages; those are missing too.
  installed=$({ dpkg-query -W -f '${db:Status-Status} ${Package}\n' $(cat "$root/tools/packages.txt") 2>/dev/null ||
    true; } | sed -n 's/^installed //p')
  missing=$(grep -vxF "$installed" "$root/tools/packages.txt" || true)
  [ -z "$missing" ] && return
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "These packages are needed; ask an administrator to install them:" $missing
      exit 2
    fi
    as_root=(sudo)
  fi
  say "Installing:" $missing
  "${as_root[@]}" apt-get -qq update >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $missing >&2
}

# is_built FOLDER SOURCE...: nothing among the sources is newer than what was built last. A deleted file changes its
# folder, so deletions count too.
is_built() {
  local stamp=$1/.built
  shift
  [ -e "$stamp" ] && [ -z "$(cd "$root" && find "$@" -newer "$stamp" -print -quit)" ]
}

# build FOLDER TARGET CMAKE-OPTION...
build() {
  local folder=$1 target=$2
  shift 2
  mkdir -p "$folder"
  exec 9>"$folder/.lock"
  flock 9  # another tool may be building the same folder
  install_packages
  say "Building in ${folder#"$root"/}"
  # The time before the build: what is changed meanwhile is built next time.
  touch "$folder/.building"
  local log=$folder/.log
  if ! { cmake -S "$root" -B "$folder" -G Ninja "$@" && cmake --build "$folder" --target "$target"; } >"$log" 2>&1; then
    cat "$log" >&2
    say "The build failed."
    exit 2
  fi
  mv "$folder/.building" "$folder/.built"
  exec 9>&-
}
