#!/bin/bash
# The engine that the live page carries, WebAssembly: live_engine.sh --write | ANSWERS
#
# --write makes src/live/engine.wasm.gz anew, and beside it engine.json: the hashes of the engine and of all files that it was
# made of, as the compiler tells them. ANSWERS is a folder of requests with the answers of the program itself: an engine made
# now and the one that is carried must answer them with the same bytes. Compilers differ, so bytes of engines aren't compared.
#
# Where the Rust in use has no library for WebAssembly, Debian's compiler for browsers makes one from its source.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
room=${BPASIM_OUTSIDE:-${CARGO_TARGET_DIR:-$PWD/target}/outside}/web
mkdir -p "$room"
room=$(cd "$room" && pwd)
target=wasm32-unknown-unknown
cargo=(cargo)
std=()
if [ ! -d "$(rustc --print target-libdir --target $target)" ]; then
    web=$room/root
    if [ ! -x "$web/usr/bin/cargo" ]; then
        mkdir -p "$room/packages"
        apt-get -qq update
        (cd "$room/packages" && apt-get -qq download rustc-web cargo-web libstd-rust-web-1.96 libstd-rust-web-dev \
            rust-web-src libllvm22 libgit2-1.5 libhttp-parser2.9 libmbedcrypto7 libmbedtls14 libmbedx509-1)
        for package in "$room"/packages/*.deb; do dpkg -x "$package" "$room/unpacked"; done
        rm -rf "$room/packages" "$web"
        mv "$room/unpacked" "$web"
    fi
    # By its own name, which is left out of the engine below.
    web=$(cd "$web" && pwd -P)
    linker=$(find "$(rustc --print sysroot)" -name rust-lld | head -1)
    export LD_LIBRARY_PATH=$web/usr/lib/x86_64-linux-gnu RUSTC=$web/usr/bin/rustc RUSTC_BOOTSTRAP=1
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker
    cargo=("$web/usr/bin/cargo")
    std=(-Z "build-std=std,panic_abort")
fi
# As .cargo/config.toml has it, with the vectors of a browser. Paths of this machine are left out of the engine.
export RUSTFLAGS="-Ctarget-feature=+simd128 -Cllvm-args=-force-vector-interleave=2 --remap-path-prefix=$HOME=. \
    --remap-path-prefix=$PWD=. --remap-path-prefix=$room=. --remap-path-prefix=${web:-$room}=."
export CARGO_PROFILE_RELEASE_PANIC=abort CARGO_PROFILE_RELEASE_STRIP=true CARGO_PROFILE_RELEASE_LTO=fat \
    CARGO_PROFILE_RELEASE_CODEGEN_UNITS=1
"${cargo[@]}" rustc --quiet --locked --release --lib --crate-type cdylib --target $target --target-dir "$room/target" "${std[@]}"
made=$room/target/$target/release/bpasim

if [ "$1" = --write ]; then
    # What is read like gzip's, and a twentieth smaller: it is made seldom and carried in every report.
    zopfli=$(command -v zopfli || echo "$room/zopfli/usr/bin/zopfli")
    if [ ! -x "$zopfli" ]; then
        (cd "$room" && apt-get -qq update && apt-get -qq download zopfli && dpkg -x zopfli_*.deb zopfli && rm zopfli_*.deb)
    fi
    "$zopfli" -c "$made.wasm" >src/live/engine.wasm.gz
    # What the compiler read (of a folder, all that is in it), and the versions of other people's packages.
    files=$(sed "s/^[^:]*://; s/ /\n/g" "$made.d" | sed -n "s|^$PWD/||p" | xargs -I{} find {} -type f; echo Cargo.lock)
    {
        printf '{\n  "engine": "%s",\n  "made_of": {' "$(sha256sum src/live/engine.wasm.gz | cut -d' ' -f1)"
        sort -u <<<"$files" | xargs sha256sum |
            awk '{ printf "%s\n    \"%s\": \"%s\"", (NR > 1 ? "," : ""), $2, $1 } END { print "\n  }\n}" }'
    } >src/live/engine.json
    wc --bytes src/live/engine.wasm.gz "$made.wasm"
    exit
fi
node "$here/live_engine.mjs" "$made.wasm" "$1"
gunzip --stdout src/live/engine.wasm.gz >"$room/carried.wasm"
node "$here/live_engine.mjs" "$room/carried.wasm" "$1"
