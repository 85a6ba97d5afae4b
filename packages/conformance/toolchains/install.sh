#!/usr/bin/env bash
# Installs what the SDKs in other languages are built and tested with, on Debian 12 as root:
#   packages/conformance/toolchains/install.sh [csharp] [defold] [godot4]
# Without a name, all of them. What is there already is left alone. Elsewhere, install the same by hand: Mono with mcs
# and Newtonsoft.Json; Lua 5.1, LuaJIT and luasocket; Godot 4.2 or later, named in the variable GODOT4.
set -euo pipefail

cache="${XDG_CACHE_HOME:-$HOME/.cache}/party-toolchains"
export DEBIAN_FRONTEND=noninteractive

is_updated=
packages() {
  if dpkg-query -W "$@" >/dev/null 2>&1; then return; fi
  [ -n "$is_updated" ] || apt-get update -qq
  is_updated=yes
  apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

csharp() {
  packages mono-mcs mono-runtime libmono-system-net-http4.0-cil libmono-system-runtime-serialization4.0-cil libnewtonsoft-json5.0-cil
}

defold() {
  packages lua5.1 luajit lua-socket
}

# Debian 12 has no Godot 4. A later Debian has: its package and all that it needs are unpacked into a folder of their
# own, and started with their own loader, so that nothing of this system is replaced.
godot4() {
  [ ! -x "$cache/bin/godot4" ] || return 0
  local root="$cache/godot4" state="$cache/godot4.apt" mirror
  rm -rf "$root" "$state"
  mkdir -p "$root/usr"/{bin,sbin,lib,lib64} "$state"/{lists/partial,archives/partial} "$cache/bin"
  local link
  for link in bin sbin lib lib64; do ln -s "usr/$link" "$root/$link"; done
  packages debian-archive-keyring
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -v security | sort -u | head -n 1)
  echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror sid main" >"$state/sources.list"
  : >"$state/status"
  # The date in the lists of this suite is not always kept up.
  local options=(
    -qq
    -o "Dir::State=$state" -o "Dir::State::lists=$state/lists" -o "Dir::State::status=$state/status"
    -o "Dir::Cache=$state" -o "Dir::Etc::SourceList=$state/sources.list" -o Dir::Etc::SourceParts=/dev/null
    -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none
    -o APT::Install-Recommends=false -o APT::Sandbox::User=root
  )
  apt-get "${options[@]}" update
  apt-get "${options[@]}" install -y --download-only godot >/dev/null
  # Without a window nothing is drawn: the drivers for that are most of the weight.
  local package
  for package in "$state"/archives/*.deb; do
    case "${package##*/}" in
      libllvm* | mesa-* | libgl1-mesa* | libclang* | libz3* | coreutils* | perl* | systemd* | dpkg* | util-linux*) ;;
      *) dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --keep-directory-symlink ;;
    esac
  done
  rm -rf "$state"
  local libraries="$root/usr/lib/$(uname -m)-linux-gnu"
  cat >"$cache/bin/godot4" <<PROGRAM
#!/bin/sh
exec "$root"/usr/lib*/ld-linux-*.so.* --library-path "$libraries:$libraries/pulseaudio" "$root/usr/bin/godot" "\$@"
PROGRAM
  chmod +x "$cache/bin/godot4"
  "$cache/bin/godot4" --version >/dev/null || {
    rm -rf "$root" "$cache/bin/godot4"
    echo "Godot 4 was unpacked, but does not start" >&2
    exit 1
  }
}

for name in "${@:-csharp defold godot4}"; do
  for toolchain in $name; do
    case "$toolchain" in
      csharp | defold | godot4) "$toolchain" ;;
      *) echo "there is no toolchain \"$toolchain\"; there are csharp, defold and godot4" >&2; exit 2 ;;
    esac
  done
done
