//! Which instructions of the machine a simulation uses. The result is the same, bit for bit.

use fearless_simd::Level;

/// An instruction set that this machine has.
#[derive(Clone, Copy, Debug)]
pub struct Instructions(pub(super) Level);

impl Instructions {
    /// The widest that this machine has, looked up when the program runs.
    pub fn best() -> Self {
        Self(Level::new())
    }

    /// What every machine has that the program was built for: SSE2 on x86-64.
    pub fn portable() -> Self {
        Self(Level::baseline())
    }

    /// All that this machine has, the narrowest first, by name.
    pub fn all() -> Vec<(&'static str, Self)> {
        #[cfg(target_arch = "x86_64")]
        {
            let best = Level::new();
            let found = [
                best.as_sse2().map(|sse2| ("SSE2", Level::Sse2(sse2))),
                best.as_sse4_2().map(|sse4| ("SSE4.2", Level::Sse4_2(sse4))),
                best.as_avx2().map(|avx2| ("AVX2", Level::Avx2(avx2))),
                best.as_avx512().map(|avx512| ("AVX-512", Level::Avx512(avx512))),
            ];
            found.into_iter().flatten().map(|(name, level)| (name, Self(level))).collect()
        }
        #[cfg(not(target_arch = "x86_64"))]
        {
            vec![("portable", Self::portable()), ("best", Self::best())]
        }
    }
}
