# Sources of Lua's modules from Debian: . spec/hosts/sources.sh, then
#   debian_sources FOLDER PACKAGE…
# downloads those of the packages below FOLDER, unless they are there. The
# system's own list of packages is asked; nothing outside FOLDER is changed.
debian_sources () {
  folder=$1; shift
  [ -f "$folder/complete" ] && return
  apt=$PWD/$folder/apt
  mkdir -p "$apt/parts" "$apt/lists/partial" "$apt/archives/partial"
  for list in /etc/apt/sources.list.d/*.sources; do
    [ -f "$list" ] && sed 's/^Types:.*/Types: deb-src/' "$list" \
      > "$apt/parts/$(basename "$list")"
  done
  [ -f /etc/apt/sources.list ] && sed -n 's/^deb /deb-src /p' \
    /etc/apt/sources.list > "$apt/parts/system.list"
  printf '%s\n' 'Dir::Etc::sourcelist "/dev/null";' \
    "Dir::Etc::sourceparts \"$apt/parts\";" "Dir::State::lists \"$apt/lists\";" \
    "Dir::Cache \"$apt\";" 'APT::Sandbox::User "";' > "$apt/apt.conf"
  APT_CONFIG=$apt/apt.conf apt-get update -qq || true
  (cd "$folder" && APT_CONFIG=$apt/apt.conf apt-get source -qq \
     --download-only --tar-only "$@") || return 1
  for tar in "$folder"/*.orig.tar.*; do tar -C "$folder" -xf "$tar" || return 1; done
  touch "$folder/complete"
}
