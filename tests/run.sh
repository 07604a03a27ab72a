#!/usr/bin/env bash
# Runs every test. On a fresh machine it first installs what the tests need of the system, where it may, and says what is
# missing where it may not. Words given to it go to the test runner: tests/run.sh golden
set -euo pipefail
cd "$(dirname "$0")/.."

# Pictures of the window are drawn by Mesa's software renderer (lavapipe), real windows shown by Xvfb.
packages=(libvulkan1 mesa-vulkan-drivers libegl1 libgl1-mesa-dri libxkbcommon-x11-0 libxcursor1 libxi6 xvfb xauth xdotool)
missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done

if [[ ${#missing[@]} -gt 0 ]]; then
    if ! command -v apt-get >/dev/null; then
        echo "tests/run.sh: these are needed, by whatever name this system has for them: ${missing[*]}" >&2
    else
        sudo=()
        [[ $(id -u) -eq 0 ]] || sudo=(sudo -n)
        echo "tests/run.sh: installing ${missing[*]}"
        if ! { "${sudo[@]}" apt-get update -qq && "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}"; } >/dev/null; then
            echo "tests/run.sh: install these and run it again: apt-get install ${missing[*]}" >&2
            exit 1
        fi
    fi
fi

# One renderer on every machine, whatever else it has.
for driver in /usr/share/vulkan/icd.d/lvp_icd.*.json; do
    [[ -e $driver ]] && export VK_DRIVER_FILES=$driver VK_ICD_FILENAMES=$driver
done
if [[ -z ${VK_DRIVER_FILES:-} ]]; then
    echo "tests/run.sh: no software renderer was found in /usr/share/vulkan/icd.d (lvp_icd.*.json); tests with pictures will fail" >&2
fi

if cargo nextest --version >/dev/null 2>&1; then
    exec cargo nextest run --no-fail-fast "$@"
else
    exec cargo test --no-fail-fast "$@"
fi
